import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf } from '../commands/actor-of'
import { sqlOf } from '../database/sql'
import { can } from '../domain/actor'
import type { CustomField } from '../domain/custom-field'
import { customText } from '../domain/custom-text'
import type { StoredEvent } from '../events/stored-event'
import { registryOf } from '../registry/registry'
import { customFieldsOf } from './custom-fields-of'
import type { TimelineChange } from './shown-change'

const prefix = 'custom.'

/**
 * What events tell of the agency's own fields, by the names they have today. Values stand apart with the
 * personal ones; those of fields that the reader may not see are left out, and so are people, whose
 * names may change or go.
 */
export const customChanges = async ({
  req,
  events,
}: {
  req: PayloadRequest
  events: readonly StoredEvent[]
}): Promise<ReadonlyMap<string, readonly TimelineChange[]>> => {
  const telling = events.filter(
    ({ name, changes }) => !name.endsWith('.created') && keysIn(changes).length > 0,
  )
  if (telling.length === 0) return new Map()
  const values = new Map(
    (
      await sqlOf(req).rows({
        schema: z.object({ event_id: z.string(), values: z.record(z.string(), z.unknown()) }),
        text: 'select event_id, values from domain_event_personal where event_id = any($1::uuid[])',
        values: [telling.map(({ id }) => id)],
      })
    ).map((row) => [row.event_id, row.values]),
  )
  const changes = new Map<string, readonly TimelineChange[]>()
  for (const event of telling) {
    const collection = registryOf(req.payload).subjects.get(event.subject.kind)?.collection
    const fields = collection ? await customFieldsOf({ req, collection }) : []
    changes.set(
      event.id,
      keysIn(event.changes).map((key) =>
        changeOf({
          req,
          key,
          field: fields.find((one) => one.key === key),
          pair: values.get(event.id)?.[`${prefix}${key}`],
        }),
      ),
    )
  }
  return changes
}

const keysIn = (changes: StoredEvent['changes']): string[] =>
  Object.keys(changes ?? {})
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))

const changeOf = ({
  req,
  key,
  field,
  pair,
}: {
  req: PayloadRequest
  key: string
  field: CustomField | undefined
  pair: unknown
}): TimelineChange => {
  const actor = actorOf(req)
  const mayRead =
    field && (field.readPermission === null || can({ actor, permission: field.readPermission }))
  if (!mayRead || !Array.isArray(pair) || pair.length !== 2 || field.type === 'person')
    return { field: field?.label ?? key, from: null, to: null }
  const locale = actor.kind === 'staff' ? actor.locale : 'en'
  const [from, to] = pair.map((value: unknown) => shortened(customText({ field, value, locale })))
  return { field: field.label, from: from ?? '–', to: to ?? '–' }
}

const shortened = (text: string | null): string | null =>
  text && text.length > 120 ? `${text.slice(0, 117)}…` : text
