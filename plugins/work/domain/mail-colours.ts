const dark = '#1d2a2b'
const light = '#ffffff'

/** Share of light that a colour gives back (WCAG 2.2, relative luminance), 0 to 1. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** How two colours stand out from each other: 1 not at all, 21 as black on white. */
export const contrast = (one: string, other: string): number => {
  const [more = 0, less = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (more + 0.05) / (less + 0.05)
}

/** Words on a button of this colour: light or dark, whichever is easier to read. */
export const inkOn = (colour: string): string =>
  contrast(colour, light) >= contrast(colour, dark) ? light : dark

/** A colour for words on white paper: the brand's own when it can be read (4.5 to 1), else dark. */
export const inkFrom = (colour: string): string => (contrast(colour, light) >= 4.5 ? colour : dark)
