/** A clock that a plugin keeps, with the time it allows until an agency chooses its own. */
export type ClockKind = {
  /** kebab-case and unique: `order-first-shortlist`. */
  kind: string
  /** In the words of a list: "First shortlist". */
  label: string
  /** Whose time it is. */
  ballIn: 'agency' | 'client' | 'candidate'
  /** Working minutes: 510 is a usual day. */
  minutes: number
}
