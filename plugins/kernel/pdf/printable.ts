import { fontsFor } from './fonts'

/** A paper holds characters that none of our fonts has: printing would show other ones, or none. */
class UnprintableError extends Error {
  constructor(readonly characters: readonly string[]) {
    super(`No font has ${charactersInWords(characters)}.`)
    this.name = 'UnprintableError'
  }
}

/** '“🚀” (U+1F680)', for a message. */
export const charactersInWords = (characters: readonly string[]): string =>
  characters
    .slice(0, 5)
    .map((character) => {
      const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
      return `“${character}” (U+${point})`
    })
    .join(', ')

/**
 * What a paper says with every text made printable (composed marks, no control characters), and the
 * fonts it takes. Throws an `UnprintableError` when a character is in none of them.
 */
export const printable = async <Content extends object>(
  content: Content,
): Promise<{ content: Content; fonts: string[] }> => {
  const characters = new Set<string>()
  const clean = cleaned({ content, characters })
  const { families, missing } = await fontsFor(characters)
  if (missing.length > 0) throw new UnprintableError(missing)
  return { content: clean, fonts: families }
}

/** The characters of a text that no paper can show. */
export const unprintableIn = async (content: object): Promise<string[]> => {
  const characters = new Set<string>()
  cleaned({ content, characters })
  return (await fontsFor(characters)).missing
}

/** The same plain data with its texts cleaned: only strings are replaced, by strings. */
const cleaned = <Content extends object>({
  content,
  characters,
}: {
  content: Content
  characters: Set<string>
}): Content =>
  JSON.parse(
    JSON.stringify(content, (_, value: unknown) => {
      if (typeof value !== 'string') return value
      const text = printableText(value)
      for (const character of text) if (character !== '\n') characters.add(character)
      return text
    }),
  ) as Content

/**
 * One text without what has no shape of its own: controls, direction overrides (which can make a text
 * read as another), joiners outside of the scripts that need them, halves of characters.
 */
const printableText = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/(?<![\p{Script=Devanagari}\p{Script=Arabic}])[\u200c\u200d]/gu, '')
    .replaceAll(/(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\ufe00-\ufe0f]/gu, '')
