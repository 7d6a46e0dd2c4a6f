export const findPath = '/admin/find-candidates'

/** Asks for nothing, also where another search is shown first. */
export const emptyFindPath = `${findPath}?q=`

export const savedPath = ({ id, search }: { id: string; search: string }): string =>
  `${findPath}?${search}&saved=${id}`

/** The parameters of a screen as Next gives them, as those of an address. */
export const paramsOf = (
  given: Readonly<Record<string, string | readonly string[] | undefined>> | undefined,
): URLSearchParams => {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(given ?? {}))
    for (const one of [value ?? []].flat()) if (one !== '') params.append(name, one)
  return params
}

/** The same search with one thing said otherwise; any other change begins at the first page again. */
export const withParam = ({
  params,
  name,
  value,
}: {
  params: URLSearchParams
  name: string
  value: string | null
}): string => {
  const next = new URLSearchParams(params)
  next.delete('after')
  if (value === null) next.delete(name)
  else next.set(name, value)
  return addressOf(next)
}

/** The same search with a value of a list put in, or taken out when it stands there. */
export const withToggled = ({
  params,
  name,
  value,
}: {
  params: URLSearchParams
  name: string
  value: string
}): string => {
  const next = new URLSearchParams(params)
  next.delete('after')
  const kept = next.getAll(name).filter((one) => one.split(':')[0] !== value)
  const isThere = kept.length < next.getAll(name).length
  next.delete(name)
  for (const one of isThere ? kept : [...kept, value]) next.append(name, one)
  return addressOf(next)
}

const addressOf = (params: URLSearchParams): string =>
  params.size > 0 ? `${findPath}?${params}` : findPath
