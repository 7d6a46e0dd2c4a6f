/** The words of a mail that an agency may write itself; `{{order.title}}` stands for a merge field. */
export type MessageTemplate = {
  subject: string
  /** Before the facts of the mail; an empty line begins a new paragraph. */
  opening: string
  /** After the button. */
  ending: string
  /** What the button says; the mail decides whether it has one, and where it leads. */
  button: string
}

export type MergeFields = Readonly<Record<string, { label: string; sample: string }>>

/** A mail that a plugin sends, with the words it has until an agency writes its own. */
export type MessageKind = {
  kind: string
  label: string
  /** Who reads it, in a word: "Candidates". */
  reader: string
  /** What may be merged in, and nothing else. */
  fields: MergeFields
  defaults: MessageTemplate
}
