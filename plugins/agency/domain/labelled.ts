/** The kinds of record that carry labels, by collection. */
export const labelledKinds = {
  candidates: 'Candidates',
  'client-corporations': 'Clients',
  'client-contacts': 'Contacts',
  'job-orders': 'Orders',
  placements: 'Placements',
} as const

export type LabelledKind = keyof typeof labelledKinds

export const isLabelledKind = (slug: string): slug is LabelledKind =>
  Object.hasOwn(labelledKinds, slug)

export const labelledKindKeys = Object.keys(labelledKinds).filter(isLabelledKind)

/**
 * The labels of a record after some are added and others taken away: in their order, each once. Null
 * when nothing changes.
 */
export const labelsAfter = ({
  labels,
  add,
  remove,
}: {
  labels: readonly string[]
  add: readonly string[]
  remove: readonly string[]
}): string[] | null => {
  const next = [...new Set([...labels, ...add])].filter((id) => !remove.includes(id))
  const isSame = next.length === labels.length && next.every((id, at) => id === labels[at])
  return isSame ? null : next
}
