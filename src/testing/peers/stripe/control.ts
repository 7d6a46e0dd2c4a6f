import { z } from 'zod'
import type { Bank } from './bank'
import type { FaultModes } from './faults'
import type { WebhookModes, WebhookSender } from './webhook-sender'

/** What a test in another process may ask of the peer, as JSON to `POST /_peer/control`. */
const order = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('webhooks'),
    modes: z.object({
      duplicates: z.int().min(0).optional(),
      delayMs: z.int().min(0).optional(),
      order: z.enum(['sent', 'reversed', 'together', 'held']).optional(),
      drop: z.int().min(0).optional(),
      wrongSecret: z.boolean().optional(),
      timestampSkewSeconds: z.int().optional(),
      tampered: z.boolean().optional(),
      maxAttempts: z.int().min(1).optional(),
      backoffMs: z.int().min(0).optional(),
    }),
  }),
  z.object({
    do: z.literal('faults'),
    modes: z.object({
      cutBefore: z.int().min(0).optional(),
      cutAfter: z.int().min(0).optional(),
      failWith: z.object({ status: z.int(), times: z.int() }).optional(),
      latencyMs: z.int().min(0).optional(),
    }),
  }),
  z.object({ do: z.enum(['pay', 'decline', 'payLater', 'expire']), session: z.string() }),
  z.object({
    do: z.literal('settle'),
    session: z.string(),
    outcome: z.enum(['succeeded', 'failed']),
  }),
  z.object({ do: z.literal('release'), order: z.array(z.string()).optional() }),
])

export const obeyOrder = ({
  json,
  bank,
  sender,
  setFaults,
}: {
  json: string
  bank: Bank
  sender: WebhookSender
  setFaults: (modes: Partial<FaultModes>) => void
}): { status: number; body: unknown } => {
  const parsed = order.safeParse(parseJson(json))
  if (!parsed.success) return { status: 422, body: { issues: parsed.error.issues } }
  const asked = parsed.data
  switch (asked.do) {
    case 'webhooks':
      sender.setModes(present<WebhookModes>(asked.modes))
      return { status: 200, body: {} }
    case 'faults':
      setFaults(present<FaultModes>(asked.modes))
      return { status: 200, body: {} }
    case 'release':
      sender.release(asked.order)
      return { status: 200, body: {} }
    case 'settle':
      return { status: 200, body: bank.settle({ id: asked.session, outcome: asked.outcome }) }
    case 'pay':
    case 'decline':
    case 'payLater':
    case 'expire':
      return { status: 200, body: bank[asked.do](asked.session) }
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Drops the keys that were not sent, which would otherwise overwrite a mode with `undefined`. */
const present = <Modes extends object>(modes: Partial<Modes>): Partial<Modes> => {
  const kept = { ...modes }
  for (const key in kept) if (kept[key] === undefined) delete kept[key]
  return kept
}
