import { createRequire } from 'node:module'
import path from 'node:path'
import { Font } from '@react-pdf/renderer'

const paperFont = 'Paper'

/** Longer than any word of a language we print: a link or a code, which may break anywhere. */
const LONGEST_WORD = 30

/** Families beside the first, each for what those before it lack, by package and path in it. */
const fallbacks = {
  'Paper Thai': {
    regular: '@fontsource/noto-sans-thai/files/noto-sans-thai-thai-400-normal.woff',
    bold: '@fontsource/noto-sans-thai/files/noto-sans-thai-thai-700-normal.woff',
  },
  'Paper Devanagari': {
    regular:
      '@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-400-normal.woff',
    bold: '@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-700-normal.woff',
  },
  'Paper Japanese': {
    regular: '@embedpdf/fonts-jp/fonts/NotoSansJP-Regular.otf',
    bold: '@embedpdf/fonts-jp/fonts/NotoSansJP-Bold.otf',
  },
  'Paper Korean': {
    regular: '@embedpdf/fonts-kr/fonts/NotoSansKR-Regular.otf',
    bold: '@embedpdf/fonts-kr/fonts/NotoSansKR-Bold.otf',
  },
  'Paper Chinese': {
    regular: '@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf',
    bold: '@embedpdf/fonts-sc/fonts/NotoSansHans-Bold.otf',
  },
} as const

type Fallback = keyof typeof fallbacks

/**
 * Registers the fonts of our papers. The first covers Latin, Greek, Cyrillic, Arabic and Hebrew with
 * all their marks; the fonts that PDF readers bring would turn "Łódź" into other letters. Files are
 * read when a paper needs them. Safe to call often.
 */
export const registerFonts = (): void => {
  if (isRegistered) return
  isRegistered = true
  Font.register({
    family: paperFont,
    fonts: [
      { src: fileOf('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf') },
      { src: fileOf('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'), fontWeight: 700 },
      { src: fileOf('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Oblique.ttf'), fontStyle: 'italic' },
    ],
  })
  for (const [family, { bold, regular }] of Object.entries(fallbacks))
    Font.register({
      family,
      fonts: [{ src: fileOf(regular) }, { src: fileOf(bold), fontWeight: 700 }],
    })
  // Names and places are never hyphenated; an empty syllable lets a link break without a hyphen.
  Font.registerHyphenationCallback((word) =>
    word.length <= LONGEST_WORD ? [word] : Array.from(word).flatMap((letter) => [letter, '']),
  )
}

let isRegistered = false

/**
 * The families that print these characters, in the order they are asked, and the characters that
 * none of them has. Chinese characters are drawn as in the language of the rest of the paper.
 */
export const fontsFor = async (
  characters: ReadonlySet<string>,
): Promise<{ families: string[]; missing: string[] }> => {
  registerFonts()
  const families: string[] = []
  let missing = [...characters]
  for (const family of [paperFont, ...fallbacksFor(characters)]) {
    if (missing.length === 0) break
    const left = await withoutGlyph({ family, characters: missing })
    if (family === paperFont || left.length < missing.length) families.push(family)
    missing = left
  }
  return { families, missing }
}

const fallbacksFor = (characters: ReadonlySet<string>): Fallback[] => {
  const has = (script: RegExp) => [...characters].some((character) => script.test(character))
  const hasHan = has(/\p{Script=Han}/u)
  const isJapanese = has(/[\p{Script=Hiragana}\p{Script=Katakana}]/u)
  const isKorean = has(/\p{Script=Hangul}/u)
  const eastAsian: Fallback[] = isJapanese
    ? ['Paper Japanese', 'Paper Chinese', 'Paper Korean']
    : isKorean
      ? ['Paper Korean', 'Paper Chinese', 'Paper Japanese']
      : ['Paper Chinese', 'Paper Japanese', 'Paper Korean']
  return [
    ...(has(/\p{Script=Thai}/u) ? ['Paper Thai' as const] : []),
    ...(has(/\p{Script=Devanagari}/u) ? ['Paper Devanagari' as const] : []),
    // Also for their punctuation and full-width forms, which belong to no script.
    ...(hasHan || isJapanese || isKorean || has(/[\u3000-\u303f\uff00-\uffef]/u) ? eastAsian : []),
  ]
}

const withoutGlyph = async ({
  family,
  characters,
}: {
  family: string
  characters: readonly string[]
}): Promise<string[]> => {
  const descriptor = { fontFamily: family, fontWeight: 400 }
  await Font.load(descriptor)
  const font = Font.getFont(descriptor)?.data
  if (!font) throw new Error(`The font ${family} could not be read.`)
  return characters.filter((character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
}

/** From the project, not from this file: a bundler follows `import.meta.url` and chokes on fonts. */
const fileOf = (file: string): string => {
  const packages = createRequire(path.join(process.cwd(), 'package.json')).resolve.paths(file) ?? []
  const [folder] = packages
  if (folder === undefined) throw new Error('The project has no packages.')
  return path.join(folder, file)
}
