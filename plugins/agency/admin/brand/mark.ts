/** The mark: a person taking a place. Drawn on 32 by 32 units, the person a circle at 16, 10. */
export const markViewBox = '0 0 32 32'

export const placePath =
  'M4.4 12h2.1a9.6 9.6 0 0 0 19 0h2.1a1.4 1.4 0 0 1 1.4 1.4V25a4 4 0 0 1-4 4H7a4 4 0 0 1-4-4V13.4A1.4 1.4 0 0 1 4.4 12z'
