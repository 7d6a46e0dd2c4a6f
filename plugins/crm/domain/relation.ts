type Relation = string | { id: string }

/** The id behind a relation field, whether it was read with its record or without. */
export function idOf(relation: Relation): string
export function idOf(relation: Relation | null | undefined): string | null
export function idOf(relation: Relation | null | undefined): string | null {
  if (!relation) return null
  return typeof relation === 'string' ? relation : relation.id
}
