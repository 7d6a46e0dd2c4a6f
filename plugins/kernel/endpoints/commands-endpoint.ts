import type { Endpoint, PayloadRequest } from 'payload'

import { actorOf } from '../commands/actor-of'
import type { AnyCommand } from '../commands/define-command'
import {
  claimKey,
  findAnswer,
  keepAnswer,
  KeyLost,
  releaseKey,
  type KeyScope,
} from '../commands/idempotency'
import { runParsed } from '../commands/run-command'
import { callerOf } from '../domain/actor'
import { refuseMissing, refuseState } from '../domain/result'
import { clientAddressOf } from '../limits/client-address'
import { consume } from '../limits/consume'
import { linkActorFor, linkCookieName, spentLinkActorsFor } from '../links/link-cookie'
import type { KernelOptions } from '../options'
import { requestIdOf } from '../logs/request-scope'
import { registryOf } from '../registry/registry'
import { readJson } from './read-body'
import { failureBody, respondFailure } from './respond'
import { isSameOrigin } from './same-origin'

const maxBodyBytes = 256 * 1024
const defaultRate = { limit: 600, windowSeconds: 60 }

/** `POST /api/commands/<verb-noun>`: the same function the admin and the portals call. */
export const commandsEndpoint = (options: KernelOptions): Endpoint => ({
  path: '/commands/:name',
  method: 'post',
  handler: async (req) => {
    const given: unknown = req.routeParams?.name
    const name = typeof given === 'string' ? given : ''
    const command = registryOf(req.payload).commands.get(name)
    if (!command) return respondFailure({ failure: refuseMissing('command').failure })
    if (!isSameOrigin({ headers: req.headers, allowedOrigins: [options.adminUrl] }))
      return respondFailure({
        failure: {
          kind: 'right',
          code: 'other-origin',
          message: 'This request came from another site.',
        },
      })
    const address = clientAddressOf({ headers: req.headers, trustedHops: options.trustedHops })
    const limited = await limit({ req, command, address })
    if (limited) return limited
    if (!/^application\/json\b/i.test(req.headers.get('content-type') ?? ''))
      return respondFailure({
        failure: { kind: 'input', code: 'not-json', message: 'Send JSON (application/json).' },
        status: 415,
      })
    const body = await readJson({
      body: req.body ?? null,
      maxBytes: command.maxBodyBytes ?? maxBodyBytes,
    })
    if (!body.ok) return respondFailure({ failure: body.failure, status: body.failure.status })
    req.context.requestId = requestIdOf(req)
    const held = heldLink({ req, command, input: body.value })
    if (held) {
      const replay = await replayOfSpentLink({ req, command, input: body.value, address, held })
      if (replay) return replay
      const actor = await linkActorFor(held)
      if (actor) req.context.actor = actor
    }
    return await answer({ req, command, input: body.value, address })
  },
})

/** Someone without a right of their own may hold an opened link that gives it: which one to look for. */
const heldLink = ({
  req,
  command,
  input,
}: {
  req: PayloadRequest
  command: AnyCommand
  input: unknown
}): Parameters<typeof linkActorFor>[0] | null => {
  const { link } = command.allow
  if (!link || actorOf(req).kind === 'staff' || !command.input.safeParse(input).success) return null
  const subject = command.linkSubject(input)
  if (!subject) return null
  const cookie =
    cookieOf({ req, name: linkCookieName(true) }) ?? cookieOf({ req, name: linkCookieName(false) })
  return { req, cookie, purpose: link.purpose, subject }
}

/** The act spent the link, the answer was lost on its way: the same call is answered as it was. */
const replayOfSpentLink = async ({
  req,
  command,
  input,
  address,
  held,
}: {
  req: PayloadRequest
  command: AnyCommand
  input: unknown
  address: string
  held: Parameters<typeof spentLinkActorsFor>[0]
}): Promise<Response | null> => {
  const key = req.headers.get('idempotency-key')
  if (!key) return null
  for (const actor of await spentLinkActorsFor(held)) {
    const scope: KeyScope = { actor, address, command: command.name, key }
    const replay = await findAnswer({ req, scope, body: input })
    if (replay) return replayed(replay)
  }
  return null
}

const answer = async ({
  req,
  command,
  input,
  address,
}: {
  req: PayloadRequest
  command: AnyCommand
  input: unknown
  address: string
}): Promise<Response> => {
  const key = req.headers.get('idempotency-key')
  if (!key) {
    const result = await runParsed({ command, req, input })
    return result.ok ? success(result.value) : respondFailure({ failure: result.failure })
  }
  const scope: KeyScope = { actor: actorOf(req), address, command: command.name, key }
  const claim = await claimKey({ req, scope, body: input })
  switch (claim.kind) {
    case 'replay':
      return replayed(claim)
    case 'other-body':
      return respondFailure({
        failure: {
          kind: 'input',
          code: 'key-reused',
          message: 'This Idempotency-Key was used with other content.',
        },
      })
    case 'in-progress':
      return inProgress()
    case 'mine':
      return await answerOnce({ req, command, input, scope, token: claim.token })
  }
}

const answerOnce = async ({
  req,
  command,
  input,
  scope,
  token,
}: {
  req: PayloadRequest
  command: AnyCommand
  input: unknown
  scope: KeyScope
  token: string
}): Promise<Response> => {
  const released = async () => {
    await releaseKey({ req, scope, token })
  }
  try {
    const result = await runParsed({
      command,
      req,
      input,
      beforeCommit: async (done) => {
        if (done.ok)
          await keepAnswer({ req, scope, token, ...keptAnswer({ command, value: done.value }) })
      },
    })
    if (result.ok) return success(result.value)
    await released()
    return respondFailure({ failure: result.failure })
  } catch (error) {
    if (error instanceof KeyLost) return inProgress()
    // An unknown outcome of COMMIT keeps the answer if it happened, and frees the key if not.
    await released()
    throw error
  }
}

/** What a repeated call is told. A secret is in the first answer only, and never at rest. */
const keptAnswer = ({
  command,
  value,
}: {
  command: AnyCommand
  value: unknown
}): { status: number; body: unknown } =>
  command.isSecretShownOnce
    ? { status: 409, body: failureBody(shownBefore) }
    : { status: 200, body: { result: value } }

const { failure: shownBefore } = refuseState({
  code: 'shown-once',
  message: 'This was done by an earlier call, whose answer showed the secret. Make another one.',
})

const replayed = ({ status, body }: { status: number; body: unknown }): Response =>
  Response.json(body, {
    status,
    headers: { 'Cache-Control': 'no-store', 'Idempotency-Replayed': 'true' },
  })

const inProgress = (): Response =>
  respondFailure({
    failure: {
      kind: 'state',
      code: 'in-progress',
      message: 'The same call is still being worked on.',
    },
  })

const success = (value: unknown): Response =>
  Response.json({ result: value }, { headers: { 'Cache-Control': 'no-store' } })

const limit = async ({
  req,
  command,
  address,
}: {
  req: PayloadRequest
  command: AnyCommand
  address: string
}): Promise<Response | null> => {
  const actor = actorOf(req)
  const allowance = await consume({
    payload: req.payload,
    bucket: `command:${command.name}`,
    key: actor.kind === 'anonymous' ? address : callerOf(actor),
    ...(command.rate ?? defaultRate),
  })
  if (allowance.allowed) return null
  return respondFailure({
    failure: {
      kind: 'limit',
      code: 'too-many',
      message: `Too many tries. Please wait ${allowance.retryAfterSeconds} seconds.`,
      retryAfterSeconds: allowance.retryAfterSeconds,
    },
  })
}

const cookieOf = ({ req, name }: { req: PayloadRequest; name: string }): string | undefined => {
  const cookies = req.headers.get('cookie') ?? ''
  const entry = cookies
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
  return entry?.slice(name.length + 1)
}
