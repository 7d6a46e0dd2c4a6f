import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '../database/sql'
import { nextStatesOf, statesOf, type Workflow } from '../domain/workflow'
import { enqueue } from '../jobs/enqueue'
import { announcementOf } from '../hooks/announce-change'
import { registryOf, type OwnedRecords } from '../registry/registry'
import { actorOf } from './actor-of'
import { tableOf } from './lock-record'

type Owned = Pick<OwnedRecords, 'collection' | 'field' | 'openStates' | 'event'>

/**
 * Gives all open records of one owner to another: one statement that writes an event per record. Open
 * is what is not in the trash and in no final state, or in the states that its plugin calls open; who
 * owned what is over stays written.
 *
 * @returns how many records changed hands
 */
export const reassignRecords = async ({
  req,
  owned,
  from,
  to,
}: {
  req: PayloadRequest
  owned: Owned
  from: string
  to: string
}): Promise<number> => {
  const { collection, field } = owned
  const { config } = req.payload.collections[collection]
  const announcement = announcementOf(config)
  if (!announcement) throw new Error(`${collection} tells of no change.`)
  const actor = actorOf(req)
  const name = owned.event ?? `${announcement.subject}.updated`
  const relations = new Set(
    config.flattenedFields.filter(({ type }) => type === 'relationship').map((one) => one.name),
  )
  const about = announcement.about && {
    kind: columnOf(announcement.about.kind),
    id: columnOf(announcement.about.id),
  }
  /** A column that holds an id, else that of the record it is about when it is of these kinds. */
  const idColumn = (of: string | undefined, ...kinds: string[]) => {
    if (of === 'id') return 'id::text'
    if (of !== undefined) return `${columnOf(of)}${relations.has(of) ? '_id' : ''}::text`
    return about
      ? `case when ${about.kind} in (${kinds.map((kind) => `'${kind}'`).join(', ')}) then ${about.id}::text end`
      : 'null'
  }
  const person = announcement.candidate
    ? { kind: `'candidate'`, id: idColumn(announcement.candidate) }
    : announcement.contact
      ? { kind: `'client-contact'`, id: idColumn(announcement.contact) }
      : {
          kind: about
            ? `case when ${about.kind} in ('candidate', 'client-contact') then ${about.kind} end`
            : 'null',
          id: idColumn(undefined, 'candidate', 'client-contact'),
        }
  const told = await sqlOf(req).rows({
    schema: z.object({ id: z.string(), notified: z.unknown() }),
    text: `with moved as (
        update "${tableOf(collection)}" set ${columnOf(field)}_id = $2, updated_at = now()
        where ${openOwned({ req, owned })}
        returning *
      ), told as (
        insert into domain_events (name, subject_type, subject_id, person_type, person_id, client_id,
          order_id, actor_kind, actor_id, changes, request_id, command)
        select $3, $4, id::text, ${person.kind}, ${person.id}, ${idColumn(announcement.client, 'client')},
          ${idColumn(announcement.order, 'job-order')}, $5, $6,
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
  owned,
  ownerId,
}: {
  req: PayloadRequest
  owned: Owned
  ownerId: string
}): Promise<number> =>
  (
    await sqlOf(req).first({
      schema: z.object({ records: wholeNumber }),
      text: `select count(*) as records from "${tableOf(owned.collection)}"
        where ${openOwned({ req, owned })}`,
      values: [ownerId],
    })
  )?.records ?? 0

const openOwned = ({
  req,
  owned: { collection, field, openStates },
}: {
  req: PayloadRequest
  owned: Owned
}): string => {
  const { config } = req.payload.collections[collection]
  const workflow = registryOf(req.payload).workflows.get(collection)
  const over = workflow ? finalStatesOf(workflow) : []
  return [
    `${columnOf(field)}_id = $1`,
    ...(config.trash ? ['deleted_at is null'] : []),
    ...(openStates
      ? [`state in (${openStates.map((state) => `'${state}'`).join(', ')})`]
      : over.length > 0
        ? [`state not in (${over.map((state) => `'${state}'`).join(', ')})`]
        : []),
  ].join(' and ')
}

const finalStatesOf = (workflow: Workflow): string[] =>
  statesOf(workflow).filter((from) => nextStatesOf({ workflow, from }).length === 0)

/** Payload names columns in snake case. */
const columnOf = (field: string): string =>
  field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null)
