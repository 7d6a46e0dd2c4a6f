import { createHash } from 'node:crypto'
import Stripe from 'stripe'
import type { z } from 'zod'
import { ApiError, invalidRequest, parameterError } from './api-error'
import type { Bank } from './bank'
import { decodeForm } from './form'
import { refundCreate, retrieve, sessionCreate, sessionList } from './params'
import type { PeerStore } from './store'

export type ApiRequest = {
  method: string
  path: string
  query: string
  body: string
  headers: {
    authorization: string
    idempotencyKey: string | undefined
    version: string | undefined
  }
  requestId: string
}

export type ApiAnswer = { status: number; body: string; headers: Record<string, string> }

/** Answers one request to `/v1`: key, version, idempotency, then the operation itself. */
export const answerApi = ({
  request,
  bank,
  store,
}: {
  request: ApiRequest
  bank: Bank
  store: PeerStore
}): ApiAnswer => {
  const version = request.headers.version ?? Stripe.API_VERSION
  const common = { 'request-id': request.requestId, 'stripe-version': version }
  try {
    refuseStranger({ request, secretKey: store.secretKey })
    refuseVersion(version)
    const run = () => JSON.stringify(operate({ request, bank }), null, 2)
    const answer = isReplayable(request)
      ? replayOrRun({ request, key: request.headers.idempotencyKey, store, run })
      : { status: 200, body: run(), headers: {} }
    return { ...answer, headers: { ...common, ...answer.headers } }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { status: error.status, body: JSON.stringify(error.body, null, 2), headers: common }
  }
}

type KeyedRequest = ApiRequest & { headers: { idempotencyKey: string } }

const isReplayable = (request: ApiRequest): request is KeyedRequest =>
  request.method === 'POST' && request.headers.idempotencyKey !== undefined

const refuseStranger = ({ request, secretKey }: { request: ApiRequest; secretKey: string }) => {
  const given = request.headers.authorization.replace(/^Bearer /, '')
  if (given === secretKey) return
  throw new ApiError({
    status: 401,
    type: 'invalid_request_error',
    message: `Invalid API Key provided: ${given.slice(0, 8)}****`,
  })
}

const refuseVersion = (version: string) => {
  if (/^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$/.test(version)) return
  throw invalidRequest({ message: `Invalid Stripe API version: ${version}` })
}

/**
 * Stripe's rule: the first answer of a key is given again for the same endpoint and parameters;
 * another use of the key is an error; a request refused for its parameters does not use the key up.
 */
const replayOrRun = ({
  request,
  key,
  store,
  run,
}: {
  request: ApiRequest
  key: string
  store: PeerStore
  run: () => string
}): ApiAnswer => {
  if (key.length > 255) {
    throw invalidRequest({ message: 'Idempotency keys can be up to 255 characters long.' })
  }
  const paramsHash = createHash('sha256').update(request.body).digest('hex')
  const first = store.answers.get(key)
  if (first) {
    refuseOtherUse({ first, request, paramsHash })
    return {
      status: first.status,
      body: first.body,
      headers: { 'idempotent-replayed': 'true', 'original-request': first.requestId },
    }
  }
  const body = run()
  const answer = { status: 200, body, requestId: request.requestId }
  store.answers.set(key, { key, endpoint: request.path, paramsHash, ...answer })
  store.save()
  return { status: 200, body, headers: { 'idempotency-key': key } }
}

const refuseOtherUse = ({
  first,
  request,
  paramsHash,
}: {
  first: { endpoint: string; paramsHash: string; key: string }
  request: ApiRequest
  paramsHash: string
}) => {
  const advice = `Try using a key other than '${first.key}' if you meant to execute a different request.`
  if (first.endpoint !== request.path) {
    throw new ApiError({
      status: 400,
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${first.endpoint}'). ${advice}`,
    })
  }
  if (first.paramsHash !== paramsHash) {
    throw new ApiError({
      status: 400,
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. ${advice}`,
    })
  }
}

const operate = ({ request, bank }: { request: ApiRequest; bank: Bank }): unknown => {
  const { method, path } = request
  const [, version, ...parts] = path.split('/')
  const [head, ...tail] = parts
  if (version !== 'v1') throw unknownUrl(request)

  if (head === 'checkout' && tail[0] === 'sessions') {
    const [, id, action] = tail
    if (method === 'POST' && id === undefined) {
      const params = parse({ schema: sessionCreate, text: request.body })
      return expanded({ object: bank.createSession(params), expand: params.expand, bank })
    }
    if (method === 'GET' && id === undefined) return listSessions({ request, bank })
    if (method === 'GET' && id !== undefined && action === undefined) {
      const { expand } = parse({ schema: retrieve, text: request.query })
      return expanded({ object: bank.sessionOf(id), expand, bank })
    }
    if (method === 'POST' && id !== undefined && action === 'expire') return bank.expire(id)
  }
  if (head === 'payment_intents' && method === 'GET' && tail[0] !== undefined) {
    return bank.intentOf(tail[0])
  }
  if (head === 'refunds' && method === 'POST' && tail.length === 0) {
    return bank.createRefund(parse({ schema: refundCreate, text: request.body }))
  }
  if (head === 'refunds' && method === 'GET' && tail[0] !== undefined) return bank.refundOf(tail[0])
  throw unknownUrl(request)
}

const unknownUrl = ({ method, path }: ApiRequest) =>
  new ApiError({
    status: 404,
    type: 'invalid_request_error',
    message: `Unrecognized request URL (${method}: ${path}).`,
  })

const parse = <Schema extends z.ZodType>({
  schema,
  text,
}: {
  schema: Schema
  text: string
}): z.output<Schema> => {
  const parsed = schema.safeParse(decodeForm(text), { reportInput: true })
  if (!parsed.success) throw parameterError(parsed.error.issues)
  return parsed.data
}

const expanded = ({
  object,
  expand = [],
  bank,
}: {
  object: Stripe.Checkout.Session
  expand: string[] | undefined
  bank: Bank
}): Stripe.Checkout.Session => {
  const other = expand.find((name) => name !== 'payment_intent')
  if (other !== undefined) {
    throw invalidRequest({ message: `This property cannot be expanded (${other}).` })
  }
  if (expand.length === 0 || typeof object.payment_intent !== 'string') return object
  return { ...object, payment_intent: bank.intentOf(object.payment_intent) }
}

const DEFAULT_PAGE = 10
const LARGEST_PAGE = 100

const listSessions = ({
  request,
  bank,
}: {
  request: ApiRequest
  bank: Bank
}): { object: 'list'; url: string; has_more: boolean; data: Stripe.Checkout.Session[] } => {
  const params = parse({ schema: sessionList, text: request.query })
  const limit = params.limit ?? DEFAULT_PAGE
  if (limit < 1 || limit > LARGEST_PAGE) {
    throw invalidRequest({ param: 'limit', message: 'Invalid limit: must be between 1 and 100.' })
  }
  const found = bank
    .sessions()
    .filter((session) => params.status === undefined || session.status === params.status)
    .filter(
      (session) =>
        params.payment_intent === undefined || session.payment_intent === params.payment_intent,
    )
  const start =
    params.starting_after === undefined
      ? 0
      : found.findIndex((session) => session.id === params.starting_after) + 1
  return {
    object: 'list',
    url: request.path,
    has_more: found.length > start + limit,
    data: found.slice(start, start + limit),
  }
}
