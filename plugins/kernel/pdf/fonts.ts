import { createRequire } from 'node:module'
import path from 'node:path'
import { Font } from '@react-pdf/renderer'

export const paperFont = 'Paper'

/** Longer than any word of a language we print: a link or a code, which may break anywhere. */
const LONGEST_WORD = 30

/**
 * Registers the one font of our papers, which covers Latin, Greek and Cyrillic with all their
 * marks; the fonts that PDF readers bring would turn "Łódź" into other letters. Safe to call often.
 */
export const registerFonts = (): void => {
  if (isRegistered) return
  isRegistered = true
  // From the project, not from this file: a bundler follows `import.meta.url` and chokes on fonts.
  const { resolve } = createRequire(path.join(process.cwd(), 'package.json'))
  const file = (name: string) => resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)
  Font.register({
    family: paperFont,
    fonts: [
      { src: file('DejaVuSansCondensed') },
      { src: file('DejaVuSansCondensed-Bold'), fontWeight: 700 },
      { src: file('DejaVuSansCondensed-Oblique'), fontStyle: 'italic' },
    ],
  })
  // Names and places are never hyphenated; an empty syllable lets a link break without a hyphen.
  Font.registerHyphenationCallback((word) =>
    word.length <= LONGEST_WORD ? [word] : Array.from(word).flatMap((letter) => [letter, '']),
  )
}

let isRegistered = false
