import type { FlattenedField, PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, readableFields, sqlOf, type EventDetails } from '#plugins/kernel'
import { can } from '#plugins/kernel/domain'
import { searchedFields, searchWords } from '../domain/search-words'
import { candidateSearched } from './announce-search'

/**
 * By what somebody searched candidates, for whoever may see candidates: each comparison only when the
 * reader may see the field that was compared.
 */
export const searchDetails: EventDetails = {
  on: [candidateSearched],
  isInAudit: true,
  read: async ({ req, events }) => {
    if (!can({ actor: actorOf(req), permission: 'candidates.read' })) return new Map()
    const rows = await sqlOf(req).rows({
      schema: z.object({
        event_id: z.string(),
        criteria: z.string(),
        found: z.number().nullable(),
        page: z.number().nullable(),
      }),
      text: `select p.event_id, p.values -> 'criteria' ->> 1 as criteria,
          (e.changes ->> 'found')::int as found, (e.changes ->> 'page')::int as page
        from domain_event_personal p join domain_events e on e.id = p.event_id
        where p.event_id = any($1::uuid[]) and p.values -> 'criteria' ->> 1 is not null`,
      values: [events.map(({ id }) => id)],
    })
    const labels = await labelsOf({
      req,
      paths: rows.flatMap(({ criteria }) => searchedFields(criteria)),
    })
    return new Map(
      rows.map(({ event_id: id, criteria, found, page }) => [
        id,
        {
          id,
          text: `Looked for: ${searchWords({ criteria, labelOf: (path) => labels.get(path) ?? null })}`,
          facts: [
            ...(found === null ? [] : [`${found} found`]),
            ...(page !== null && page > 1 ? [`page ${page}`] : []),
          ],
          mayChange: false,
        },
      ]),
    )
  },
}

/** What the fields are called, of those that the reader may see. */
const labelsOf = async ({
  req,
  paths,
}: {
  req: PayloadRequest
  paths: readonly string[]
}): Promise<ReadonlyMap<string, string>> => {
  const fields = req.payload.collections.candidates.config.flattenedFields
  const own = new Map(
    (await readableFields({ req, collection: 'candidates' })).map(({ key, label }) => [key, label]),
  )
  const labels = new Map<string, string>()
  for (const path of new Set(paths)) {
    const [name, key] = path.split('.')
    const field = fields.find((one) => one.name === name)
    const label = name === 'custom' ? own.get(key ?? '') : await labelOf({ req, field, name })
    if (label) labels.set(path, label)
  }
  return labels
}

const labelOf = async ({
  req,
  field,
  name,
}: {
  req: PayloadRequest
  field: FlattenedField | undefined
  name: string | undefined
}): Promise<string | null> => {
  if (!field) return name === 'id' ? 'Id' : null
  const read = 'access' in field ? field.access?.read : undefined
  if (read && !(await read({ req }))) return null
  const label: unknown = 'label' in field ? field.label : null
  if (typeof label === 'string') return label
  const english: unknown = typeof label === 'object' && label ? Reflect.get(label, 'en') : null
  return typeof english === 'string' ? english : field.name
}
