export type FormValue = string | FormValue[] | { [key: string]: FormValue }

/**
 * Decodes the bracket notation the Stripe API takes (`line_items[0][price_data][currency]=eur`).
 * Objects have no prototype, so a key such as `__proto__` is only a key.
 */
export const decodeForm = (encoded: string): { [key: string]: FormValue } => {
  const root = new Map<string, Branch>()
  for (const [name, value] of new URLSearchParams(encoded)) plant({ root, name, value })
  return toRecord(root)
}

type Branch = string | Map<string, Branch>

const plant = ({
  root,
  name,
  value,
}: {
  root: Map<string, Branch>
  name: string
  value: string
}) => {
  const path = pathOf(name)
  const last = path.pop() ?? ''
  let branch = root
  for (const key of path) {
    const next = branch.get(key)
    const child = next instanceof Map ? next : new Map<string, Branch>()
    branch.set(key, child)
    branch = child
  }
  branch.set(last === '' ? String(branch.size) : last, value)
}

const pathOf = (name: string): string[] => {
  const head = name.indexOf('[')
  if (head < 0) return [name]
  const brackets = [...name.slice(head).matchAll(/\[([^\]]*)\]/g)].map(([, key]) => key ?? '')
  return [name.slice(0, head), ...brackets]
}

const toRecord = (branch: Map<string, Branch>): { [key: string]: FormValue } => {
  const record: { [key: string]: FormValue } = Object.create(null)
  for (const [key, value] of branch) record[key] = toValue(value)
  return record
}

const toValue = (branch: Branch): FormValue => {
  if (typeof branch === 'string') return branch
  const keys = [...branch.keys()]
  const isList = keys.length > 0 && keys.every((key, index) => key === String(index))
  return isList ? [...branch.values()].map(toValue) : toRecord(branch)
}
