import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf, sqlOutside, wholeNumber } from '../database/sql'
import { callerOf, type Actor } from '../domain/actor'

export type KeyScope = { actor: Actor; address: string; command: string; key: string }

export type Claim =
  /** `token` tells this claim from a later one of the same key. */
  | { kind: 'mine'; token: string }
  | { kind: 'replay'; status: number; body: unknown }
  | { kind: 'other-body' }
  | { kind: 'in-progress' }

const keptHours = 24
/** Longer than any statement may run: whoever claimed it is dead. */
const abandonedSeconds = 90

/** Takes a key for a call, or tells what became of the call that had it. */
export const claimKey = async ({
  req,
  scope,
  body,
}: {
  req: PayloadRequest
  scope: KeyScope
  body: unknown
}): Promise<Claim> => {
  const sql = sqlOutside(req.payload)
  const id = idOfScope(scope)
  const hash = hashOf(JSON.stringify(body))
  const taken = await sql.first({
    schema: z.object({ claimed_at: instant }),
    text: `insert into command_keys (id, body_hash) values ($1, $2)
      on conflict (id) do update set body_hash = $2, status = null, body = null, claimed_at = now()
      where command_keys.claimed_at < now() - make_interval(hours => $3)
         or (command_keys.status is null and command_keys.claimed_at < now() - make_interval(secs => $4)
             and command_keys.body_hash = $2)
      returning claimed_at`,
    values: [id, hash, keptHours, abandonedSeconds],
  })
  if (taken) return { kind: 'mine', token: taken.claimed_at }
  const row = await sql.first({
    schema: z.object({
      body_hash: z.string(),
      status: wholeNumber.nullable(),
      body: z.unknown(),
    }),
    text: 'select body_hash, status, body from command_keys where id = $1',
    values: [id],
  })
  // Released between the two statements: the caller may try again.
  if (!row) return { kind: 'in-progress' }
  if (row.body_hash !== hash) return { kind: 'other-body' }
  return row.status === null
    ? { kind: 'in-progress' }
    : { kind: 'replay', status: row.status, body: row.body }
}

/** The call took so long that its key was given to another one, which will answer instead. */
export class KeyLost extends Error {
  constructor() {
    super('Another call has taken over this Idempotency-Key.')
  }
}

/** The kept answer of a call that is done, for a caller who may not call again. */
export const findAnswer = async ({
  req,
  scope,
  body,
}: {
  req: PayloadRequest
  scope: KeyScope
  body: unknown
}): Promise<Extract<Claim, { kind: 'replay' }> | null> => {
  const row = await sqlOutside(req.payload).first({
    schema: z.object({ status: wholeNumber, body: z.unknown() }),
    text: `select status, body from command_keys
      where id = $1 and body_hash = $2 and status is not null
        and claimed_at >= now() - make_interval(hours => $3)`,
    values: [idOfScope(scope), hashOf(JSON.stringify(body)), keptHours],
  })
  return row ? { kind: 'replay', status: row.status, body: row.body } : null
}

/**
 * Keeps the answer, in the commit of the command itself: both exist or neither. Throws KeyLost, so
 * that nothing is committed, when the key is no longer this call's.
 */
export const keepAnswer = async ({
  req,
  scope,
  token,
  status,
  body,
}: {
  req: PayloadRequest
  scope: KeyScope
  token: string
  status: number
  body: unknown
}): Promise<void> => {
  const kept = await sqlOf(req).run({
    text: `update command_keys set status = $2, body = $3
      where id = $1 and status is null and claimed_at = $4`,
    values: [idOfScope(scope), status, JSON.stringify(body), token],
  })
  if (kept !== 1) throw new KeyLost()
}

/** Nothing happened, so the key may be used again. */
export const releaseKey = async ({
  req,
  scope,
  token,
}: {
  req: PayloadRequest
  scope: KeyScope
  token: string
}): Promise<void> => {
  await sqlOutside(req.payload).run({
    text: 'delete from command_keys where id = $1 and status is null and claimed_at = $2',
    values: [idOfScope(scope), token],
  })
}

const idOfScope = ({ actor, address, command, key }: KeyScope): string =>
  hashOf(
    JSON.stringify([
      actor.kind,
      actor.kind === 'anonymous' ? address : callerOf(actor),
      command,
      key,
    ]),
  )

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
