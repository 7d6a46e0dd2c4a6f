import { charactersInWords, unprintableIn } from '#plugins/kernel/pdf'

/** The characters of a paper's texts that no font has, in words; null when all can be printed. */
export const unprintableWords = async (texts: object): Promise<string | null> => {
  const characters = await unprintableIn(texts)
  return characters.length > 0 ? charactersInWords(characters) : null
}
