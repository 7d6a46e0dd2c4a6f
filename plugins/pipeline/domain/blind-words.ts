/** By what somebody could be recognised in a text: their names, and whom they worked for. */
export type Identity = { names: readonly string[]; employers: readonly string[] }

type Word = { folded: string; isCapital: boolean; start: number; end: number }

type Phrase = { words: readonly string[]; said: string; isLoose: boolean }

/** Forms of companies, which people leave out when they name one. */
const companyForms = new Set(
  'ab ag as bv co company corp corporation gmbh inc kg limited llc llp ltd nv oy plc pty sa sarl sas spa srl ug'.split(
    ' ',
  ),
)

/** Names that are also words: in small letters they are meant as words. */
const alsoWords = new Set(
  'april art august baker bill black brown bush case chance cook dawn day faith field frank grace green hill hope joy june king lake long love mark may north page price rich rose rush short stone sue van von west white will wood young'.split(
    ' ',
  ),
)

const hiddenContact = '[contact hidden]'
/** Begins where a word begins, and takes what hangs together ("a@b.com/c@d.com") as one. */
const mail = /(?<![^\s<>()[\],;:"])@*[^\s@<>()[\],;:"]+(?:@+[^\s@<>()[\],;:"]+)+\.\p{L}{2,}/gu
const page = /(?:\bhttps?:\/\/|\bwww\.)[^\s<>()"]+/giu
/** Addresses without their beginning, also "LinkedIn.com"; "Node.js" and "ASP.NET" are none. */
const barePage =
  /(?<![a-zA-Z0-9.-])\.*(?:[a-zA-Z0-9-]+\.+)+(?:com|org|net|edu|gov|info|io|me|co|eu|uk|us|de|fr|nl|ie|es|it|pt|pl|at|ch|be|ca|au)\b(?:\/[^\s<>()"]*)?/gu
const handle = /(?<![\p{L}\p{N}])@[\w.]{2,}/gu
const digits = /(?:\+|\()?\d[\d\s()./-]{5,}\d/gu

/**
 * A text in which nobody can be recognised by name, employer, mail, phone or page: what a client reads
 * of a candidate who is shown without a name. Whole words count, without case and accents; one word in
 * small letters that is also an ordinary word ("will") stays.
 */
export const withoutIdentity = ({
  text,
  identity: { names, employers },
}: {
  text: string
  identity: Identity
}): string => {
  const plain = text
    .replaceAll(mail, hiddenContact)
    .replaceAll(page, hiddenContact)
    .replaceAll(barePage, hiddenContact)
    .replaceAll(handle, hiddenContact)
    .replaceAll(digits, (found) => (isPhone(found) ? hiddenContact : found))
  const phrases = [
    ...employers.flatMap((name) => employerPhrases(name)),
    ...names.flatMap((name) => namePhrases(name)),
  ].sort((one, other) => other.words.length - one.words.length)
  return phrases.length === 0 ? plain : replaced({ text: plain, phrases })
}

const namePhrases = (name: string): Phrase[] => {
  const words = wordsOf(name).map(({ folded }) => folded)
  const said = 'the candidate'
  return [
    ...(words.length > 1
      ? [
          { words, said, isLoose: true },
          { words: [...words.slice(-1), ...words.slice(0, -1)], said, isLoose: true },
        ]
      : []),
    ...words
      .filter((word) => word.length > 1)
      .map((word) => ({ words: [word], said, isLoose: word.length > 2 && !alsoWords.has(word) })),
  ]
}

const employerPhrases = (name: string): Phrase[] => {
  const whole = wordsOf(name).map(({ folded }) => folded)
  let end = whole.length
  while (end > 1 && companyForms.has(whole[end - 1] ?? '')) end -= 1
  return [...new Set([whole.length, end])]
    .filter((length) => length > 0)
    .map((length) => ({
      words: whole.slice(0, length),
      said: 'an employer',
      // One word ("Target") is a company only where it is written as one.
      isLoose: length > 1,
    }))
}

const replaced = ({ text, phrases }: { text: string; phrases: readonly Phrase[] }): string => {
  const words = wordsOf(text)
  let out = ''
  let from = 0
  for (let at = 0; at < words.length; ) {
    const first = words[at]
    const phrase = first && phrases.find((one) => isHere({ phrase: one, words, at, text }))
    const last = phrase && words[at + phrase.words.length - 1]
    if (!first || !phrase || !last) {
      at += 1
      continue
    }
    const between = text.slice(from, first.start)
    // "Ana Silva, Silva" is one person.
    if (!out.endsWith(phrase.said) || !/^[\s,‐–-]*$/.test(between)) out += between + phrase.said
    from = last.end
    at += phrase.words.length
  }
  return out + text.slice(from)
}

const isHere = ({
  phrase,
  words,
  at,
  text,
}: {
  phrase: Phrase
  words: readonly Word[]
  at: number
  text: string
}): boolean =>
  phrase.words.every((wanted, index) => {
    const word = words[at + index]
    const before = words[at + index - 1]
    return (
      word !== undefined &&
      word.folded === wanted &&
      (phrase.isLoose || word.isCapital) &&
      (index === 0 ||
        before === undefined ||
        /^[^\p{L}\p{N}\n]{0,3}$/u.test(text.slice(before.end, word.start)))
    )
  })

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    folded: folded(word),
    isCapital: word.slice(0, 1) !== word.slice(0, 1).toLowerCase() || !/\p{Ll}/u.test(word),
    start: index,
    end: index + word.length,
  }))

/** Without case and accents; letters that no accent explains as they are usually written without it. */
const folded = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('đ', 'd')
    .replaceAll('ß', 'ss')

/** Enough digits for a number that rings; years and months are none. */
const isPhone = (found: string): boolean => {
  const groups = found.match(/\d+/g) ?? []
  const count = groups.join('').length
  const isTime =
    groups.some((group) => /^(19|20)\d\d$/.test(group)) &&
    groups.every((group) => /^(19|20)\d\d$|^\d{1,2}$/.test(group))
  if (isTime) return false
  return count >= 9 || (count >= 7 && /^[+(0]/.test(found))
}
