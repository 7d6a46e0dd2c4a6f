/**
 * Written differently, the same skill: case, width, hyphens, slashes and spaces do not count. What a
 * name or another word of a skill is found by.
 */
export const foldSkill = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Pd}_/]+/gu, ' ')
    .trim()

/** A skill of the agency's own list, with the words by which people call it. */
export type KnownSkill = { id: string; name: string; keys: readonly string[] }

/** The folded forms by which a skill is found: of its name and of its other words, each once. */
export const skillKeys = ({
  name,
  aliases,
}: {
  name: string
  aliases: readonly string[]
}): string[] => [...new Set([name, ...aliases].map(foldSkill).filter(Boolean))]

/**
 * Words of skills as the agency calls them: known ones by their name, others as they were written,
 * each once, in their order.
 *
 * @param nameOf the name of the skill with this folded form, when the agency's list has it
 */
export const canonicalSkills = ({
  words,
  nameOf,
}: {
  words: readonly string[]
  nameOf: (key: string) => string | undefined
}): string[] => {
  const named = new Map<string, string>()
  for (const word of words) {
    const text = word.replaceAll(/\s+/g, ' ').trim()
    const name = nameOf(foldSkill(text)) ?? text
    if (name && !named.has(foldSkill(name))) named.set(foldSkill(name), name)
  }
  return [...named.values()]
}
