import Stripe from 'stripe'
import { unixSeconds, type WireEvent } from './objects'

export type WebhookModes = {
  /** How many extra copies of each event are sent, all at the same moment. */
  duplicates: number
  delayMs: number
  /**
   * `sent`: one after the other as they happened; `reversed`: those of one change turned round;
   * `together`: all at the same moment; `held`: kept until `release`.
   */
  order: 'sent' | 'reversed' | 'together' | 'held'
  /** How many of the next events are never sent. */
  drop: number
  /** Signs with a secret that belongs to some other endpoint. */
  wrongSecret: boolean
  /** Added to the signature's time; -600 is a signature ten minutes old. */
  timestampSkewSeconds: number
  /** Changes the body after it was signed, as a meddling proxy does. */
  tampered: boolean
  /** Attempts per event until an answer of 2xx. */
  maxAttempts: number
  /** Pause before the second attempt; each later one doubles it. */
  backoffMs: number
}

const normalModes: WebhookModes = {
  duplicates: 0,
  delayMs: 0,
  order: 'sent',
  drop: 0,
  wrongSecret: false,
  timestampSkewSeconds: 0,
  tampered: false,
  maxAttempts: 6,
  backoffMs: 100,
}

export type Delivery = {
  eventId: string
  type: string
  attempt: number
  /** The answer of the endpoint; `null` when there was none. */
  status: number | null
  error?: string
}

const ANSWER_TIMEOUT_MS = 10_000

/** Sends events to one endpoint with real Stripe signatures, as well or as badly as the modes say. */
export const startWebhookSender = ({
  webhookUrl,
  secret,
  onSettled,
}: {
  webhookUrl: string
  secret: string
  /** Called once an event needs no further attempt. */
  onSettled: (eventId: string) => void
}) => {
  const stopping = new AbortController()
  const running = new Set<Promise<void>>()
  const deliveries: Delivery[] = []
  let modes = { ...normalModes }
  let held: WireEvent[] = []
  let queue = Promise.resolve()

  const start = (work: Promise<void>) => {
    running.add(work)
    const finish = () => running.delete(work)
    work.then(finish, finish)
  }

  const post = async ({ event, attempt, how }: Sending): Promise<boolean> => {
    const signedAt = unixSeconds() + how.timestampSkewSeconds
    const payload = JSON.stringify(event, null, 2)
    const signature = signatures.generateTestHeaderString({
      payload,
      secret: how.wrongSecret ? `${secret}_of_another_endpoint` : secret,
      timestamp: signedAt,
    })
    const delivery: Delivery = { eventId: event.id, type: event.type, attempt, status: null }
    try {
      const answer = await fetch(webhookUrl, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': signature,
          'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        },
        body: how.tampered ? payload.replace('"livemode"', '"liveMode"') : payload,
        redirect: 'manual',
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]),
      })
      await answer.arrayBuffer()
      deliveries.push({ ...delivery, status: answer.status })
      return answer.ok
    } catch (error) {
      if (stopping.signal.aborted) return false
      deliveries.push({ ...delivery, error: error instanceof Error ? error.message : 'no answer' })
      return false
    }
  }

  const attempts = async ({
    event,
    how,
    from,
  }: {
    event: WireEvent
    how: WebhookModes
    from: number
  }) => {
    for (let attempt = from; attempt <= how.maxAttempts; attempt += 1) {
      await pause({ ms: how.backoffMs * 2 ** (attempt - 2), signal: stopping.signal })
      if (stopping.signal.aborted) return
      if (await post({ event, attempt, how })) break
    }
    if (!stopping.signal.aborted) onSettled(event.id)
  }

  /** Resolves after the first attempt; further ones follow on their own, as other events go on. */
  const deliver = async ({ event, how, dueAt }: Due) => {
    await pause({ ms: dueAt - Date.now(), signal: stopping.signal })
    if (stopping.signal.aborted) return
    if (await post({ event, attempt: 1, how })) onSettled(event.id)
    else start(attempts({ event, how, from: 2 }))
  }

  const enqueue = ({ events, how }: { events: WireEvent[]; how: WebhookModes }) => {
    const dueAt = Date.now() + how.delayMs
    const copiesOf = (event: WireEvent) =>
      Array.from({ length: how.duplicates + 1 }, () => deliver({ event, how, dueAt }))
    if (how.order === 'together') {
      for (const event of events) start(allOf(copiesOf(event)))
      return
    }
    for (const event of events) queue = queue.then(() => allOf(copiesOf(event)))
    start(queue)
  }

  const send = (events: WireEvent[]) => {
    const kept = events.slice(modes.drop)
    for (const dropped of events.slice(0, modes.drop)) onSettled(dropped.id)
    modes = { ...modes, drop: Math.max(0, modes.drop - events.length) }
    if (modes.order === 'held') {
      held.push(...kept)
      return
    }
    enqueue({ events: modes.order === 'reversed' ? kept.toReversed() : kept, how: modes })
  }

  return {
    send,
    deliveries,
    held: (): readonly WireEvent[] => held,
    setModes: (changes: Partial<WebhookModes>) => {
      modes = { ...modes, ...changes }
    },
    /** Sends what was held back, in the given order of event ids, else as it happened. */
    release: (order?: string[]) => {
      const events = held
      held = []
      const chosen = order ? events.filter((event) => order.includes(event.id)) : events
      const ordered = order
        ? chosen.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
        : chosen
      enqueue({ events: ordered, how: modes })
    },
    /** Sends one event now, whatever happened to it before. */
    resend: ({ event, how }: { event: WireEvent; how?: Partial<WebhookModes> }) => {
      enqueue({ events: [event], how: { ...modes, ...how } })
    },
    /** Resolves when nothing is being sent or waits for another attempt. */
    idle: async () => {
      while (running.size > 0) await Promise.allSettled(running)
    },
    stop: async () => {
      stopping.abort()
      await Promise.allSettled(running)
    },
  }
}

export type WebhookSender = ReturnType<typeof startWebhookSender>

type Due = { event: WireEvent; how: WebhookModes; dueAt: number }
type Sending = { event: WireEvent; attempt: number; how: WebhookModes }

const allOf = async (deliveries: Promise<void>[]) => {
  await Promise.all(deliveries)
}

/** The signing of test headers hangs on a client, which needs some key and calls nobody. */
const signatures = new Stripe('sk_test_signing_only').webhooks

const pause = ({ ms, signal }: { ms: number; signal: AbortSignal }) =>
  new Promise<void>((resolve) => {
    if (ms <= 0 || signal.aborted) {
      resolve()
      return
    }
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
