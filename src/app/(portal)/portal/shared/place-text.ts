/** A place in one line, of what is known of it. */
export const placeText = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part?.trim()).join(', ')
