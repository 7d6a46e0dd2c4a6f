import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '../database/sql'
import type { PersonRef } from '../domain/actor'
import type { PersonalTable } from '../domain/personal-data'
import { registryOf } from '../registry/registry'

/** Shorter ones are part of too many other words. */
const leastLength = 4

/**
 * Names, e-mails and phones of a person, as they are written in the tables that identify people: by
 * these they are found in mails and free text.
 */
export const knownValuesOf = async ({
  req,
  person,
}: {
  req: PayloadRequest
  person: PersonRef
}): Promise<string[]> => {
  const values = new Set<string>()
  for (const entry of registryOf(req.payload).personalData) {
    const columns = entry.identifies ?? []
    const condition = entry.of?.[person.kind]
    if (!condition || columns.length === 0) continue
    const rows = await sqlOf(req).rows({
      schema: z.record(z.string(), z.string().nullable()),
      text: `select ${columns.map((column) => `t.${quoted(column)}`).join(', ')}
        from ${quoted(entry.table)} t, (select $1::uuid as person, array[]::text[] as known) given
        where ${condition}`,
      values: [person.id],
    })
    for (const row of rows)
      for (const value of Object.values(row)) {
        const text = value?.trim() ?? ''
        if (text.length >= leastLength && !isPlaceholder({ entry, text })) values.add(text)
      }
  }
  return [...values]
}

/** What an earlier erasure wrote is nobody's name. */
const isPlaceholder = ({ entry, text }: { entry: PersonalTable; text: string }): boolean =>
  Object.values({ ...entry.erased, ...entry.name }).includes(text)

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/**
 * A pattern for Postgres that finds any of the values as whole words, also as JSON writes them; null
 * when nothing is known.
 */
export const patternOf = (known: readonly string[]): string | null => {
  const forms = new Set(
    known.flatMap((value) => [
      value,
      value.toLowerCase(),
      value.toUpperCase(),
      JSON.stringify(value).slice(1, -1),
    ]),
  )
  if (forms.size === 0) return null
  const alternatives = [...forms]
    .sort((one, other) => other.length - one.length)
    .map((form) => form.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return String.raw`(?<!\w)(?:${alternatives.join('|')})(?!\w)`
}
