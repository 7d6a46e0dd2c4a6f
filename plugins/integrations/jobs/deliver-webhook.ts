import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import {
  databaseNow,
  defineJob,
  enqueue,
  instant,
  moveRecord,
  storedEvent,
  storedEventColumns,
  wholeNumber,
  type Sql,
} from '#plugins/kernel'
import { queueMail } from '#plugins/work'
import { postWebhook, type Posted } from '../adapters/post-webhook'
import { openSecret, signedHeaders } from '../adapters/sign-webhook'
import {
  daysUntilDisabled,
  deliverWebhookQueue,
  isSending,
  isWaiting,
  nextTryAfterSeconds,
} from '../domain'
import { integrationsOf } from '../options'
import { sightOf } from '../queries/endpoint-actor'
import { messageOf, messageVersion } from '../queries/message-of'

const excerptLength = 2_000

const deliveryRow = z.object({
  id: z.string(),
  state: z.string(),
  event_id: z.string().nullable(),
  event_name: z.string(),
  message_id: z.string(),
  sequence: wholeNumber,
  tries: wholeNumber,
  created_at: instant,
  endpoint_id: z.string(),
  endpoint_state: z.string(),
  name: z.string(),
  url: z.string(),
  owner_id: z.string(),
  scopes: z.array(z.string()),
  sealed_secret: z.string(),
  previous_secret: z.string().nullable(),
})

type Delivery = z.output<typeof deliveryRow>

/**
 * One try of one message. What it says is put together anew, so it is within the rights of that
 * moment, and no copy of personal data waits in a queue. A receiver may get a message twice: when the
 * worker dies between sending and writing down that it did.
 */
export const deliverWebhookJob = defineJob({
  name: deliverWebhookQueue,
  input: z.object({ deliveryId: z.string() }),
  leaseSeconds: 60,
  retryLimit: 5,
  retryDelaySeconds: 5,
  run: async ({ input: { deliveryId }, attempt: { payload, transaction } }) => {
    const prepared = await transaction(async ({ req, sql }) => {
      const delivery = await readDelivery({ sql, deliveryId })
      return delivery ? { delivery, message: await prepare({ req, sql, delivery }) } : null
    })
    if (!prepared || !isWaiting(prepared.delivery.state)) return
    const { delivery, message } = prepared
    if (message.kind === 'withheld') {
      await transaction(
        async ({ sql }) => await end({ sql, delivery, state: 'withheld', problem: message.why }),
        { completing: true },
      )
      return
    }
    const posted = await postWebhook({
      url: delivery.url,
      body: message.body,
      headers: message.headers,
      allowed: integrationsOf(payload).allowedReceivers,
    })
    await transaction(
      async ({ req, sql }) => {
        await noteTry({ sql, delivery, posted, excerpt: message.excerpt })
        if (posted.kind === 'answered' && posted.status >= 200 && posted.status < 300)
          await succeed({ sql, delivery })
        else await failOnce({ req, sql, delivery, problem: problemOf(posted) })
      },
      { completing: true },
    )
  },
})

const readDelivery = async ({
  sql,
  deliveryId,
}: {
  sql: Sql
  deliveryId: string
}): Promise<Delivery | null> =>
  await sql.first({
    schema: deliveryRow,
    text: `select delivery.id, delivery.state, event_id, event_name, message_id, sequence, tries,
        delivery.created_at, endpoint_id, endpoint.state as endpoint_state, endpoint.name, url,
        owner_id, scopes, sealed_secret,
        case when previous_until > now() then previous_secret end as previous_secret
      from webhook_deliveries delivery join webhook_endpoints endpoint on endpoint.id = endpoint_id
      where delivery.id = $1`,
    values: [deliveryId],
  })

type Prepared =
  | { kind: 'withheld'; why: string }
  | { kind: 'message'; body: string; headers: Record<string, string>; excerpt: string }

const prepare = async ({
  req,
  sql,
  delivery,
}: {
  req: PayloadRequest
  sql: Sql
  delivery: Delivery
}): Promise<Prepared> => {
  if (!isSending(delivery.endpoint_state))
    return { kind: 'withheld', why: 'The webhook was not active any more.' }
  const head = {
    id: delivery.message_id,
    version: messageVersion,
    type: delivery.event_name,
    sequence: delivery.sequence,
  }
  if (delivery.event_id === null)
    return await signed({
      req,
      delivery,
      told: { ...head, timestamp: delivery.created_at, data: {} },
      record: null,
    })
  const event = await sql.first({
    schema: storedEvent,
    text: `select ${storedEventColumns} from domain_events where id = $1`,
    values: [delivery.event_id],
  })
  if (!event) return { kind: 'withheld', why: 'The event is no longer kept.' }
  const sight = await sightOf({
    req,
    ownerId: delivery.owner_id,
    endpoint: { id: delivery.endpoint_id, name: delivery.name, scopes: delivery.scopes },
  })
  if (!sight) return { kind: 'withheld', why: 'The colleague it acts for is disabled.' }
  const message = await messageOf({ event, sight })
  if (!message)
    return { kind: 'withheld', why: 'The colleague it acts for may not see such records.' }
  return await signed({
    req,
    delivery,
    told: { ...head, timestamp: event.at, data: message.data },
    record: message.record,
  })
}

const signed = async ({
  req,
  delivery,
  told,
  record,
}: {
  req: PayloadRequest
  delivery: Delivery
  told: { data: Record<string, unknown> } & Record<string, unknown>
  record: unknown
}): Promise<Prepared> => {
  const body = JSON.stringify({ ...told, data: { ...told.data, record } })
  const key = req.payload.secret
  const sealed = [delivery.sealed_secret, delivery.previous_secret]
  return {
    kind: 'message',
    body,
    excerpt: JSON.stringify(told, null, 2).slice(0, excerptLength),
    headers: signedHeaders({
      id: delivery.message_id,
      timestampSeconds: Math.floor(Date.parse(await databaseNow(req)) / 1000),
      body,
      secrets: sealed.flatMap((one) => (one === null ? [] : [openSecret({ sealed: one, key })])),
    }),
  }
}

const problemOf = (posted: Posted): string => {
  if (posted.kind === 'unreached') return posted.problem
  return posted.status >= 300 && posted.status < 400
    ? `The receiver answered ${posted.status}: redirects are not followed. Write where it leads.`
    : `The receiver answered ${posted.status}.`
}

const noteTry = async ({
  sql,
  delivery,
  posted,
  excerpt,
}: {
  sql: Sql
  delivery: Delivery
  posted: Posted
  excerpt: string
}): Promise<void> => {
  const answer = posted.kind === 'answered' ? posted : null
  await sql.run({
    text: `update webhook_deliveries set tries = tries + 1, request_excerpt = $2,
        response_status = $3, response_excerpt = $4, updated_at = now() where id = $1`,
    values: [
      delivery.id,
      excerpt,
      answer?.status ?? null,
      answer?.excerpt.slice(0, excerptLength) ?? null,
    ],
  })
}

const succeed = async ({ sql, delivery }: { sql: Sql; delivery: Delivery }): Promise<void> => {
  await end({ sql, delivery, state: 'delivered', problem: null })
  await sql.run({
    text: 'update webhook_endpoints set last_delivered_at = now(), failing_since = null where id = $1',
    values: [delivery.endpoint_id],
  })
}

const failOnce = async ({
  req,
  sql,
  delivery,
  problem,
}: {
  req: PayloadRequest
  sql: Sql
  delivery: Delivery
  problem: string
}): Promise<void> => {
  const wait = nextTryAfterSeconds(delivery.tries + 1)
  if (wait === null) await end({ sql, delivery, state: 'failed', problem })
  else {
    const next = await sql.first({
      schema: z.object({ next_try_at: instant }),
      text: `update webhook_deliveries set problem = $2,
          next_try_at = now() + make_interval(secs => $3) where id = $1 returning next_try_at`,
      values: [delivery.id, problem, wait],
    })
    if (!next) throw new Error('The delivery is gone.')
    await enqueue({
      req,
      queue: deliverWebhookQueue,
      data: { deliveryId: delivery.id },
      startAfter: next.next_try_at,
    })
  }
  const failing = await sql.first({
    schema: z.object({ is_given_up: z.boolean() }),
    text: `update webhook_endpoints set failing_since = coalesce(failing_since, now())
      where id = $1 and state = 'active'
      returning failing_since < now() - make_interval(days => $2) as is_given_up`,
    values: [delivery.endpoint_id, daysUntilDisabled],
  })
  if (failing?.is_given_up) await giveUp({ req, delivery, problem })
}

const end = async ({
  sql,
  delivery,
  state,
  problem,
}: {
  sql: Sql
  delivery: Delivery
  state: 'delivered' | 'withheld' | 'failed'
  problem: string | null
}): Promise<void> => {
  await sql.run({
    text: `update webhook_deliveries set state = $2, problem = $3, next_try_at = null,
        ended_at = now(), updated_at = now() where id = $1`,
    values: [delivery.id, state, problem],
  })
}

/** Nothing got through for days: it is disabled, and whoever answers for it is told. */
const giveUp = async ({
  req,
  delivery,
  problem,
}: {
  req: PayloadRequest
  delivery: Delivery
  problem: string
}): Promise<void> => {
  const moved = await moveRecord({
    req,
    collection: 'webhook-endpoints',
    id: delivery.endpoint_id,
    to: 'disabled',
    reason: `Nothing got through for ${daysUntilDisabled} days. ${problem}`,
    what: 'webhook',
  })
  if (!moved.ok) return
  const owner = await req.payload.findByID({
    collection: 'users',
    id: delivery.owner_id,
    depth: 0,
    req,
    // The mail is the system's own.
    overrideAccess: true,
    disableErrors: true,
  })
  if (!owner || owner.isDisabled) return
  await queueMail({
    req,
    mail: {
      to: owner.email,
      toName: owner.name,
      subject: `The webhook “${delivery.name}” was disabled`,
      content: {
        blocks: [
          {
            kind: 'text',
            text: `Nothing has got through to it for ${daysUntilDisabled} days, so we stopped trying. ${problem}`,
          },
          {
            kind: 'text',
            text: 'When the receiver works again, resume the webhook in the admin and replay the events since then.',
          },
        ],
      },
      dedupeKey: `webhook-disabled:${delivery.id}`,
    },
  })
}
