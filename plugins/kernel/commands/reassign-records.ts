import type { CollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '../database/sql'
import { nextStatesOf, statesOf, type Workflow } from '../domain/workflow'
import { enqueue } from '../jobs/enqueue'
import { announcementOf } from '../hooks/announce-change'
import { registryOf } from '../registry/registry'
import { actorOf } from './actor-of'
import { tableOf } from './lock-record'

type Owned = { collection: CollectionSlug; field: string }

/**
 * Gives all open records of one owner to another: one statement that writes an event per record. Open
 * is what is not in the trash and in no final state; who owned what is over stays written.
 *
 * @returns how many records changed hands
 */
export const reassignRecords = async ({
  req,
  owned: { collection, field },
  from,
  to,
}: {
  req: PayloadRequest
  owned: Owned
  from: string
  to: string
}): Promise<number> => {
  const { config } = req.payload.collections[collection]
  const announcement = announcementOf(config)
  if (!announcement) throw new Error(`${collection} tells of no change.`)
  const actor = actorOf(req)
  const name = `${announcement.subject}.updated`
  const idColumn = (of: string | undefined) =>
    of === undefined ? 'null' : of === 'id' ? 'id::text' : `${columnOf(of)}_id::text`
  const person = announcement.candidate
    ? { kind: `'candidate'`, id: idColumn(announcement.candidate) }
    : announcement.contact
      ? { kind: `'client-contact'`, id: idColumn(announcement.contact) }
      : { kind: 'null', id: 'null' }
  const told = await sqlOf(req).rows({
    schema: z.object({ id: z.string(), notified: z.unknown() }),
    text: `with moved as (
        update "${tableOf(collection)}" set ${columnOf(field)}_id = $2, updated_at = now()
        where ${openOwned({ req, collection, field })}
        returning *
      ), told as (
        insert into domain_events (name, subject_type, subject_id, person_type, person_id, client_id,
          order_id, actor_kind, actor_id, changes, request_id, command)
        select $3, $4, id::text, ${person.kind}, ${person.id}, ${idColumn(announcement.client)},
          ${idColumn(announcement.order)}, $5, $6,
          jsonb_build_object('${field}', jsonb_build_array($1::text, $2::text)), $7, $8
        from moved
        returning id, subject_type, subject_id, client_id, order_id
      )
      select id, pg_notify('placewright_events', json_build_object('id', id, 'name', $3::text,
        'subject', json_build_object('kind', subject_type, 'id', subject_id),
        'orderId', order_id, 'clientId', client_id)::text) as notified
      from told`,
    values: [
      from,
      to,
      name,
      announcement.subject,
      actor.kind,
      actor.id,
      textIn(req.context.requestId),
      textIn(req.context.command),
    ],
  })
  for (const reaction of registryOf(req.payload).reactions.filter(({ on }) => on.includes(name)))
    for (const { id } of told) await enqueue({ req, queue: reaction.name, data: { eventId: id } })
  return told.length
}

/** How many open records somebody owns. */
export const countOwned = async ({
  req,
  owned: { collection, field },
  ownerId,
}: {
  req: PayloadRequest
  owned: Owned
  ownerId: string
}): Promise<number> =>
  (
    await sqlOf(req).first({
      schema: z.object({ records: wholeNumber }),
      text: `select count(*) as records from "${tableOf(collection)}"
        where ${openOwned({ req, collection, field })}`,
      values: [ownerId],
    })
  )?.records ?? 0

const openOwned = ({
  req,
  collection,
  field,
}: {
  req: PayloadRequest
  collection: CollectionSlug
  field: string
}): string => {
  const { config } = req.payload.collections[collection]
  const workflow = registryOf(req.payload).workflows.get(collection)
  const over = workflow ? finalStatesOf(workflow) : []
  return [
    `${columnOf(field)}_id = $1`,
    ...(config.trash ? ['deleted_at is null'] : []),
    ...(over.length > 0 ? [`state not in (${over.map((state) => `'${state}'`).join(', ')})`] : []),
  ].join(' and ')
}

const finalStatesOf = (workflow: Workflow): string[] =>
  statesOf(workflow).filter((from) => nextStatesOf({ workflow, from }).length === 0)

/** Payload names columns in snake case. */
const columnOf = (field: string): string =>
  field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null)
