import type { CollectionBeforeChangeHook } from 'payload'

import { canonicalSkills, foldSkill } from '../domain/skill-words'
import { skillsByKey } from '../queries/skills-by-key'

/** Words of skills as the agency's list calls them; words it does not know stay as they were written. */
export const deriveSkillWords: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const words = textsIn(data.skills)
  if (!words || words.length === 0 || isSame(words, textsIn(originalDoc?.skills))) return data
  const known = await skillsByKey({ req, keys: words.map(foldSkill) })
  return { ...data, skills: canonicalSkills({ words, nameOf: (key) => known.get(key)?.name }) }
}

const textsIn = (value: unknown): string[] | null =>
  Array.isArray(value) ? value.filter((word): word is string => typeof word === 'string') : null

const isSame = (words: readonly string[], before: readonly string[] | null): boolean =>
  words.length === before?.length && words.every((word, at) => word === before[at])
