/**
 * The last part of a page's address: lower-case ASCII letters, digits and hyphens, at most 80.
 * Accents are dropped and letters without an ASCII base are written out; nothing usable gives ''.
 */
export const slugOf = (...parts: readonly (string | null | undefined)[]): string =>
  parts
    .filter(Boolean)
    .join(' ')
    .replaceAll(/[ßẞ]/g, 'ss')
    .replaceAll(/[łŁ]/g, 'l')
    .replaceAll(/[øØ]/g, 'o')
    .replaceAll(/[æÆ]/g, 'ae')
    .replaceAll(/[œŒ]/g, 'oe')
    .replaceAll(/[đĐð]/g, 'd')
    .replaceAll('&', ' and ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|(?<!-)-+$/g, '')
    .slice(0, 80)
    .replace(/(?<!-)-+$/, '')
