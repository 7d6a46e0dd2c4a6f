/** A text of the interface in the languages the product ships: `{ en: … }`. */
export type Label = { en: string } & Record<string, string>

/** Labels stand beside the field; a second language adds a key. */
export const label = (en: string): Label => ({ en })

/** The choices of a select field from what each value is called. */
export const optionsOf = (
  labels: Readonly<Record<string, string>>,
): { value: string; label: Label }[] =>
  Object.entries(labels).map(([value, text]) => ({ value, label: label(text) }))
