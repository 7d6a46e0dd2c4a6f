/** The id behind a relation field, whether it was read with its record or without; null when empty. */
export const idOf = (relation: string | { id: string } | null | undefined): string | null => {
  if (relation === null || relation === undefined || relation === '') return null
  return typeof relation === 'string' ? relation : relation.id
}
