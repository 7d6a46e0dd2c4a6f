import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { answerApi } from './stripe/api'
import { ApiError } from './stripe/api-error'
import { type Bank, openBank } from './stripe/bank'
import { obeyOrder } from './stripe/control'
import { openFaults } from './stripe/faults'
import { idOf, makeEvent, type EventObject, type WireEvent } from './stripe/objects'
import { missingPage, paymentPage, returnUrl } from './stripe/page'
import { openStore } from './stripe/store'
import { startWebhookSender, type WebhookModes } from './stripe/webhook-sender'

export type StripePeerOptions = {
  /** Where events are sent. */
  webhookUrl: string
  /** The endpoint secret (`whsec_…`) events are signed with. */
  secret: string
  /** 0, the default, takes any free port of the loopback interface. */
  port?: number
  /** The key the API accepts; made when absent, and kept in the state file. */
  secretKey?: string
  /** A file that keeps everything over a restart, undelivered events included. */
  statePath?: string
  /** After how long a payment by bank debit succeeds by itself; never when absent. */
  settleLaterAfterMs?: number
}

export type StripePeer = Awaited<ReturnType<typeof startStripePeer>>

/**
 * A stateful stand-in for Stripe on the loopback interface: the API the `stripe` package talks to,
 * the hosted payment page, and signed webhooks, with faults on order.
 */
export const startStripePeer = async ({
  webhookUrl,
  secret,
  port = 0,
  secretKey = idOf('sk_test', 32),
  statePath,
  settleLaterAfterMs,
}: StripePeerOptions) => {
  const store = openStore({ statePath, secretKey })
  const faults = openFaults()
  const sentEvents: WireEvent[] = []
  const timers = new Set<NodeJS.Timeout>()

  const sender = startWebhookSender({
    webhookUrl,
    secret,
    onSettled: (eventId) => {
      store.unsent.delete(eventId)
      store.save()
    },
  })
  const publish = (events: WireEvent[]) => {
    sentEvents.push(...events)
    sender.send(events)
  }

  const server = createServer((request, response) => {
    serve({ request, response }).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : 'unknown'
      const body = { error: { type: 'api_error', message } }
      if (response.headersSent) response.destroy()
      else respond({ response, status: 500, body: JSON.stringify(body) })
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${portOf(server.address())}`
  const bank = openBank({ store, pageUrl: `${url}/c/pay`, publish })

  const settleSoon = (sessionId: string) => {
    if (settleLaterAfterMs === undefined) return
    const timer = setTimeout(() => {
      timers.delete(timer)
      const intentId = bank.sessionOf(sessionId).payment_intent
      const isWaiting =
        typeof intentId === 'string' && bank.intentOf(intentId).status === 'processing'
      if (isWaiting) bank.settle({ id: sessionId, outcome: 'succeeded' })
    }, settleLaterAfterMs)
    timers.add(timer)
  }

  const serve = async ({ request, response }: Exchange) => {
    const { pathname, search } = new URL(request.url ?? '/', url)
    const body = await readBody(request)
    if (pathname.startsWith('/v1/')) {
      await serveApi({ request, response, pathname, search, body })
      return
    }
    if (pathname.startsWith('/c/pay/')) {
      servePage({ bank, request, response, sessionId: pathname.slice(7), body, settleSoon })
      return
    }
    if (pathname === '/_peer/control' && request.method === 'POST') {
      serveControl({ request, response, body })
      return
    }
    respond({ response, status: 404, body: JSON.stringify({ error: { message: 'Not found' } }) })
  }

  const serveApi = async ({
    request,
    response,
    pathname,
    search,
    body,
  }: Exchange & { pathname: string; search: string; body: string }) => {
    const fault = faults.next({ writes: request.method === 'POST' })
    await sleep(faults.latencyMs())
    if (fault === 'cut-before') {
      request.socket.destroy()
      return
    }
    if (fault !== null && fault !== 'cut-after') {
      const error = { type: 'api_error', message: 'Something went wrong at Stripe.' }
      respond({ response, status: fault.failWith, body: JSON.stringify({ error }) })
      return
    }
    const answer = answerApi({
      bank,
      store,
      request: {
        method: request.method ?? 'GET',
        path: pathname,
        query: search.slice(1),
        body,
        requestId: idOf('req', 14),
        headers: {
          authorization: request.headers.authorization ?? '',
          idempotencyKey: headerOf({ request, name: 'idempotency-key' }),
          version: headerOf({ request, name: 'stripe-version' }),
        },
      },
    })
    if (fault === 'cut-after') {
      request.socket.destroy()
      return
    }
    respond({ response, ...answer })
  }

  const serveControl = ({ request, response, body }: Exchange & { body: string }) => {
    if (request.headers.authorization !== `Bearer ${store.secretKey}`) {
      respond({ response, status: 401, body: '{}' })
      return
    }
    try {
      const answer = obeyOrder({ json: body, bank, sender, setFaults: faults.set })
      respond({ response, status: answer.status, body: JSON.stringify(answer.body) })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      respond({ response, status: error.status, body: JSON.stringify(error.body) })
    }
  }

  sender.send([...store.unsent.values()])

  const control = {
    pay: bank.pay,
    decline: bank.decline,
    payLater: bank.payLater,
    settle: bank.settle,
    expire: bank.expire,
    setRefundOutcome: bank.setRefundOutcome,
    settleRefund: bank.settleRefund,
    session: bank.sessionOf,
    sessions: bank.sessions,
    intent: bank.intentOf,
    /** Changes how webhooks are sent from now on. */
    webhooks: sender.setModes,
    /** Orders faults of the API. */
    faults: faults.set,
    /** Sends held events, in the given order of event ids when there is one. */
    release: sender.release,
    held: sender.held,
    events: (): readonly WireEvent[] => sentEvents,
    deliveries: () => [...sender.deliveries],
    resend: ({ eventId, how }: { eventId: string; how?: Partial<WebhookModes> }) => {
      const event = sentEvents.find(({ id }) => id === eventId)
      if (!event) throw new Error(`no event ${eventId}`)
      sender.resend({ event, ...(how ? { how } : {}) })
    },
    /** Sends an event about any object, such as one of another account or with another amount. */
    sendEvent: ({
      type,
      object,
      livemode = false,
      how,
    }: {
      type: string
      object: EventObject
      livemode?: boolean
      how?: Partial<WebhookModes>
    }): WireEvent => {
      const event = { ...makeEvent({ type, object }), livemode }
      sentEvents.push(event)
      sender.resend({ event, ...(how ? { how } : {}) })
      return event
    },
    /** Resolves when every event was delivered or given up. */
    idle: sender.idle,
  }

  const close = async () => {
    for (const timer of timers) clearTimeout(timer)
    await sender.stop()
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  }

  return { url, port: portOf(server.address()), secretKey: store.secretKey, control, close }
}

type Exchange = { request: IncomingMessage; response: ServerResponse }

const servePage = ({
  bank,
  request,
  response,
  sessionId,
  body,
  settleSoon,
}: Exchange & {
  bank: Bank
  sessionId: string
  body: string
  settleSoon: (sessionId: string) => void
}) => {
  const session = findSession({ bank, sessionId })
  if (!session) {
    respond({ response, status: 404, body: missingPage(), type: HTML })
    return
  }
  const show = (notice?: string) => {
    const page = { session, title: bank.title(session), ...(notice ? { notice } : {}) }
    respond({ response, status: 200, body: paymentPage(page), type: HTML })
  }
  if (request.method !== 'POST') {
    show()
    return
  }
  const goTo = (template: string | null) => {
    if (template === null) {
      show()
      return
    }
    const location = returnUrl({ template, sessionId: session.id })
    respond({ response, status: 303, body: '', type: HTML, headers: { location } })
  }
  const action = new URLSearchParams(body).get('action')
  if (action === 'cancel') {
    goTo(session.cancel_url)
    return
  }
  // A second press of the button, or the way back and a new try, must not pay again.
  if (session.status === 'complete') {
    goTo(session.success_url)
    return
  }
  if (session.status !== 'open') {
    show()
    return
  }
  if (action === 'pay') {
    bank.pay(session.id)
    goTo(session.success_url)
    return
  }
  if (action === 'later') {
    bank.payLater(session.id)
    settleSoon(session.id)
    goTo(session.success_url)
    return
  }
  if (action === 'fail') {
    bank.decline(session.id)
    show('Your card was declined. Please try another one.')
    return
  }
  show()
}

const HTML = 'text/html; charset=utf-8'

const findSession = ({ bank, sessionId }: { bank: Bank; sessionId: string }) => {
  try {
    return bank.sessionOf(sessionId)
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined
    throw error
  }
}

const LARGEST_BODY = 1_000_000

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes: Buffer = chunk
    size += bytes.length
    if (size > LARGEST_BODY) throw new Error('The request is larger than 1 MB.')
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const respond = ({
  response,
  status,
  body,
  type = 'application/json',
  headers = {},
}: {
  response: ServerResponse
  status: number
  body: string
  type?: string
  headers?: Record<string, string>
}) => {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers })
  response.end(body)
}

const headerOf = ({ request, name }: { request: IncomingMessage; name: string }) => {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

const portOf = (address: AddressInfo | string | null): number => {
  if (address === null || typeof address === 'string') throw new Error('The peer has no port.')
  return address.port
}
