import type { Endpoint, PayloadRequest } from 'payload'

import {
  enqueue,
  inOwnTransaction,
  readBytes,
  requestFor,
  respondFailure,
  sqlOf,
} from '#plugins/kernel'
import { paymentPortOf } from '../adapters/payment-port'
import { noticeOf, type ProviderEvent } from '../domain'
import { processWebhookQueue } from '../jobs/process-webhook'

/** Stripe's largest events stay far below this. */
const maxBodyBytes = 512 * 1024

/**
 * `POST /api/webhooks/stripe`: checks the signature over the bytes that came, keeps the event once
 * and answers; a job does the rest. Answers 400 to whoever is not Stripe, not now.
 */
export const stripeWebhookEndpoint: Endpoint = {
  path: '/webhooks/stripe',
  method: 'post',
  handler: async (req) => {
    const { provider } = paymentPortOf(req.payload)
    if (!provider)
      return respondFailure({
        failure: { kind: 'missing', code: 'not-found', message: 'Online payment is not set up.' },
      })
    const body = await readBytes({ body: req.body ?? null, maxBytes: maxBodyBytes })
    if (!body)
      return respondFailure({
        failure: { kind: 'input', code: 'body-too-large', message: 'The message is too large.' },
        status: 413,
      })
    const event = provider.parseWebhook({ body, signature: req.headers.get('stripe-signature') })
    if (!event.ok)
      return respondFailure({
        failure: { kind: 'input', code: event.failure.code, message: event.failure.message },
        status: 400,
      })
    await keepEvent({ req, provider: provider.name, event: event.value, body })
    return Response.json({ received: true }, { headers: { 'Cache-Control': 'no-store' } })
  },
}

/** The event and the job that looks into it, in one commit; an event that came before is dropped. */
const keepEvent = async ({
  req,
  provider,
  event,
  body,
}: {
  req: PayloadRequest
  provider: string
  event: ProviderEvent
  body: Uint8Array
}): Promise<void> => {
  const own = await requestFor({
    payload: req.payload,
    actor: { kind: 'system', id: `webhook:${provider}` },
  })
  await inOwnTransaction({
    req: own,
    run: async () => {
      const isNew = await sqlOf(own).run({
        text: `insert into webhook_events (id, provider, event_id, type, state, checkout_ref, payload, received_at)
          values (uuid_v7(), $1, $2, $3, 'received', $4, $5::jsonb, now())
          on conflict (provider, event_id) do nothing`,
        values: [
          provider,
          event.eventId,
          event.type,
          event.kind === 'checkout' ? event.facts.checkoutRef : null,
          new TextDecoder().decode(body),
        ],
      })
      if (isNew === 0) return
      const { eventId } = event
      const attemptId = event.kind === 'payment' ? event.attemptId : null
      await enqueue({
        req: own,
        queue: processWebhookQueue,
        data: { provider, eventId, kind: event.kind, attemptId, notice: noticeOf(event) },
      })
    },
  })
}
