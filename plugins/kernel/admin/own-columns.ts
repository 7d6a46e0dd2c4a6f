/** Where each colleague's choice of columns is kept. */
export const preferenceOf = (collection: string): string => `own-columns-${collection}`
