/** What somebody typed for a place: `RG1 4PS`, `Springfield, IL`, `10115, Berlin, DE`. */
type SaidPlace = {
  /** A postcode or the name of a town. */
  head: string
  /** What narrows it down: a region; of a postcode the name of its town, which says nothing more. */
  region: string | null
  /** Two letters. */
  country: string | null
  /** Two letters that are a country or a state. */
  either: string | null
  hasDigits: boolean
}

const mostLetters = 120

/** Null when nothing was typed that could be a place. */
export const saidPlace = (text: string): SaidPlace | null => {
  const parts = text
    .slice(0, mostLetters)
    .split(',')
    .map((part) => part.replaceAll('\u0000', ' ').trim())
    .filter((part) => part !== '')
  const [head, ...rest] = parts
  if (head === undefined || !/[\p{L}\p{N}]/u.test(head)) return null
  const hasDigits = /\d/.test(head)
  const last = rest.at(-1)
  const code = last !== undefined && /^[a-z]{2}$/i.test(last) ? last.toUpperCase() : null
  // Behind a town alone DE is Germany or Delaware: the places that there are decide.
  const isEither = code !== null && rest.length === 1 && !hasDigits
  const region = (code === null ? rest : rest.slice(0, -1)).join(', ')
  return {
    head,
    region: region === '' ? null : region,
    country: isEither ? null : code,
    either: isEither ? code : null,
    hasDigits,
  }
}

/** A place as it is offered, typed back by whoever chooses it, and understood again. */
export const placeLabel = ({
  postcode,
  name,
  region,
  country,
}: {
  /** Null for a town as such. */
  postcode: string | null
  name: string
  region: string | null
  country: string
}): string =>
  postcode === null
    ? [name, region ?? '', country].filter((part) => part !== '').join(', ')
    : [postcode.toUpperCase(), name, country].join(', ')
