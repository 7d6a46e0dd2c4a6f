import type { PayloadRequest } from 'payload'
import type { z } from 'zod'

import { sqlOf, transactionClientOf } from '../database/sql'
import { inOwnTransaction, inSavepoint } from '../database/transaction'
import { holdsLink, type Actor } from '../domain/actor'
import {
  refuseInput,
  refuseMissing,
  refuseRight,
  type Failure,
  type Result,
} from '../domain/result'
import { unstorableFields } from '../domain/storable'
import { registryOf } from '../registry/registry'
import { actorOf } from './actor-of'
import { mayCallAsStaff, type AnyCommand, type DefinedCommand } from './define-command'
import { fieldMessages, refusalOfError } from './refusal-of-error'

/**
 * Runs a command: checks input and right, then does its work in one transaction. Called inside
 * another command's transaction it joins it with a savepoint. Do not run two on one request in parallel.
 */
export const runCommand = async <Input extends z.ZodType, Output>({
  command,
  req,
  input,
  beforeCommit,
}: {
  command: DefinedCommand<Input, Output>
  req: PayloadRequest
  input: z.input<Input>
  /** Written in the same commit as the command, on success only. */
  beforeCommit?: (result: Result<Output, Failure>) => Promise<void>
}): Promise<Result<Output, Failure>> => {
  const result = await runParsed({
    command,
    req,
    input,
    ...(beforeCommit
      ? { beforeCommit: async (done) => await beforeCommit(withOutput<Output>(done)) }
      : {}),
  })
  return withOutput<Output>(result)
}

/** The same for a caller that knows the command only by name. */
export const runParsed = async ({
  command,
  req,
  input,
  beforeCommit,
}: {
  command: AnyCommand
  req: PayloadRequest
  input: unknown
  beforeCommit?: (result: Result<unknown, Failure>) => Promise<void>
}): Promise<Result<unknown, Failure>> => {
  // Forms of the pages come here without passing through the endpoint that reads bodies.
  const unstorable = unstorableFields(input)
  if (Object.keys(unstorable).length > 0) return refuseInput(unstorable)
  const parsed = command.input.safeParse(input)
  if (!parsed.success) return refuseInput(fieldMessages(parsed.error))
  const actor = actorOf(req)
  const refusal = refusalFor({ command, actor, input })
  if (refusal) return refusal

  const outer: unknown = req.context.command
  req.context.command = outer ?? command.name
  const run = async () => {
    const ctx = { req, payload: req.payload, sql: sqlOf(req), actor }
    for (const guard of registryOf(req.payload).guards) {
      const against = guard.command === command.name ? await guard.judge({ input, ctx }) : null
      if (against) return against
    }
    const result = await command.run({ input, ctx })
    if (result.ok) await beforeCommit?.(result)
    return result
  }
  const keep = (result: Result<unknown, Failure>) => result.ok || result.failure.isKept === true
  try {
    return (await transactionClientOf(req))
      ? await inSavepoint({ req, run, keep })
      : await refusingWhatWasRefused(async () => await inOwnTransaction({ req, run, keep }))
  } finally {
    req.context.command = outer
  }
}

/**
 * A guard's refusal is thrown through Payload, which has rolled back everything by then: whoever began
 * the transaction answers with it, and no command in between goes on.
 */
const refusingWhatWasRefused = async (
  run: () => Promise<Result<unknown, Failure>>,
): Promise<Result<unknown, Failure>> => {
  try {
    return await run()
  } catch (error) {
    const refusal = refusalOfError(error)
    if (!refusal) throw error
    return refusal
  }
}

const refusalFor = ({
  command,
  actor,
  input,
}: {
  command: AnyCommand
  actor: Actor
  input: unknown
}): Result<never, Failure> | null => {
  const { allow } = command
  switch (actor.kind) {
    case 'system':
      return null
    case 'staff':
      if (actor.viaKey && (command.isForPeopleOnly || allow.anyStaff))
        return refuseRight('An API key may not do this: sign in and do it yourself.')
      return mayCallAsStaff({ allow, permissions: actor.permissions }) ? null : refuseRight()
    case 'portal': {
      if (allow.anonymous) return null
      const isCandidate = allow.portal?.includes('candidate') && actor.candidateId
      const isContact = allow.portal?.includes('client-contact') && actor.contactId
      return isCandidate || isContact ? null : refuseMissing('page')
    }
    case 'link': {
      if (allow.anonymous) return null
      const subject = command.linkSubject(input)
      if (!allow.link || !subject) return refuseMissing('page')
      return holdsLink({ actor, purpose: allow.link.purpose, subject })
        ? null
        : refuseMissing('page')
    }
    case 'anonymous':
      if (allow.anonymous) return null
      return refuseRight(
        allow.link
          ? 'Please open the link of your mail again. If it was used or has expired, ask for a new one.'
          : 'Please sign in first.',
      )
  }
}

/** The command that produced it declares the type of its output. */
const withOutput = <Output>(result: Result<unknown, Failure>): Result<Output, Failure> =>
  result as Result<Output, Failure>
