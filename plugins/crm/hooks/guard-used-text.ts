import { ValidationError, type CollectionBeforeChangeHook } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'

const frozen = ['purpose', 'language', 'version', 'text'] as const

/** What somebody agreed to stays as they saw it; and a version is one text. */
export const guardUsedText: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const now = { ...originalDoc, ...data }
  const id = String(originalDoc?.id ?? '')
  const twin = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select id from legal_texts
      where purpose::text = $1 and language = $2 and version = $3 and id::text <> $4`,
    values: [now.purpose, now.language, now.version, id],
  })
  if (twin)
    throw refused({
      version: 'This version exists for the purpose and language. Choose another name for it.',
    })
  const changed = frozen.filter(
    (field) => data[field] !== undefined && data[field] !== originalDoc?.[field],
  )
  if (!originalDoc || changed.length === 0) return data
  const used = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: 'select id from consents where legal_text_id::text = $1 limit 1',
    values: [id],
  })
  if (used)
    throw refused(
      Object.fromEntries(
        changed.map((field) => [
          field,
          'Somebody agreed to this text, so it stays as it is. Write a new version instead.',
        ]),
      ),
    )
  return data
}

const refused = (fields: Record<string, string>) =>
  new ValidationError({
    collection: 'legal-texts',
    errors: Object.entries(fields).map(([path, message]) => ({ path, message })),
  })
