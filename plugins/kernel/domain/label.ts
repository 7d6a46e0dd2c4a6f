/** A text of the interface in the languages the product ships: `{ en: … }`. */
export type Label = { en: string } & Record<string, string>

/** Labels stand beside the field; a second language adds a key. */
export const label = (en: string): Label => ({ en })
