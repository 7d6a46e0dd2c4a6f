import { ValidationError, type CollectionBeforeChangeHook } from 'payload'

import { nextNumber, sqlOf } from '#plugins/kernel'
import { foldSkill, skillKeys } from '../domain/skill-words'
import { skillsByKey } from '../queries/skills-by-key'

/**
 * A word means one skill: a name or another word that already belongs to some other skill is refused
 * beside its field. Gives a new skill its number.
 */
export const guardSkillWords: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const now: Readonly<Record<string, unknown>> = { ...originalDoc, ...data }
  const name = typeof now.name === 'string' ? now.name.replaceAll(/\s+/g, ' ').trim() : ''
  const aliases: string[] = Array.isArray(now.aliases)
    ? now.aliases.flatMap((alias: unknown) =>
        typeof alias === 'string' && alias.trim() ? [alias.replaceAll(/\s+/g, ' ').trim()] : [],
      )
    : []
  const keys = skillKeys({ name, aliases })
  // Two who write the same word wait for each other; the unique index is the last wall.
  await sqlOf(req).run({ text: `select pg_advisory_xact_lock(hashtextextended('skills', 0))` })
  const known = await skillsByKey({ req, keys })
  const taken = new Map(
    [...known].filter(([, skill]) => skill.id !== String(originalDoc?.id ?? '')),
  )
  const errors = [
    ...[name].map((word) => ({ path: 'name', word })),
    ...aliases.map((word) => ({ path: 'aliases', word })),
  ].flatMap(({ path, word }) => {
    const other = taken.get(foldSkill(word))
    return other ? [{ path, message: `“${word}” already stands for the skill ${other.name}.` }] : []
  })
  if (keys.length === 0) errors.push({ path: 'name', message: 'Write letters or digits.' })
  if (errors.length > 0) throw new ValidationError({ collection: 'skills', errors })
  return {
    ...data,
    name,
    aliases: aliases.filter(
      (alias, at) =>
        foldSkill(alias) !== foldSkill(name) &&
        aliases.findIndex((one) => foldSkill(one) === foldSkill(alias)) === at,
    ),
    keys,
    ...(operation === 'update'
      ? {}
      : { number: data.number ?? (await nextNumber({ req, counter: 'skills' })) }),
  }
}
