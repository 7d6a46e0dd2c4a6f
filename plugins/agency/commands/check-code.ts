import { createHmac, timingSafeEqual } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { databaseNow, sqlOf, wholeNumber } from '#plugins/kernel'
import {
  epochMsOf,
  ok,
  refuse,
  refuseInput,
  type Failure,
  type Result,
} from '#plugins/kernel/domain'
import { totpStepOf } from '../adapters/totp'
import { typedCode } from '../domain/recovery-codes'

const mostWrong = 10
const windowMinutes = 15

const factorRow = z.object({
  secret: z.string().nullable(),
  last_step: wholeNumber.nullable(),
  recovery_hashes: z.array(z.string()),
  wrong_tries: wholeNumber,
  is_in_window: z.boolean(),
  rest_seconds: z.coerce.number(),
})

/** How a code was right. */
export type Proof = { by: 'totp' | 'recovery'; recoveryLeft: number }

/**
 * Judges a code of somebody's app or recovery list and uses it up. Tries wait for each other on the
 * row, so that none is counted late; a wrong one is counted although the command refuses.
 */
export const checkCode = async ({
  req,
  userId,
  text,
}: {
  req: PayloadRequest
  userId: string
  text: string
}): Promise<Result<Proof, Failure>> => {
  const sql = sqlOf(req)
  const row = await sql.first({
    schema: factorRow,
    text: `select secret, last_step, recovery_hashes, wrong_tries,
        coalesce(wrong_since > now() - make_interval(mins => $2), false) as is_in_window,
        coalesce(extract(epoch from wrong_since + make_interval(mins => $2) - now()), 0) as rest_seconds
      from staff_second_factors where user_id = $1 for update`,
    values: [userId, windowMinutes],
  })
  if (!row?.secret) return refuseInput({ code: 'There is no second factor to check against.' })
  if (row.is_in_window && row.wrong_tries >= mostWrong) return tooMany(row.rest_seconds)
  const typed = typedCode(text)
  if (typed.kind === 'totp') {
    const step = totpStepOf({
      secret: req.payload.decrypt(row.secret),
      code: typed.code,
      atMs: epochMsOf(await databaseNow(req)),
    })
    if (step !== null && step > (row.last_step ?? 0)) {
      await sql.run({
        text: `update staff_second_factors set last_step = $2, wrong_tries = 0, wrong_since = null
          where user_id = $1`,
        values: [userId, step],
      })
      return ok({ by: 'totp', recoveryLeft: row.recovery_hashes.length })
    }
  }
  if (typed.kind === 'recovery') {
    const hash = recoveryHash({ req, userId, code: typed.code })
    const left = row.recovery_hashes.filter((known) => !isSame(known, hash))
    if (left.length < row.recovery_hashes.length) {
      await sql.run({
        text: `update staff_second_factors set recovery_hashes = $2, wrong_tries = 0, wrong_since = null
          where user_id = $1`,
        values: [userId, left],
      })
      return ok({ by: 'recovery', recoveryLeft: left.length })
    }
  }
  await sql.run({
    text: `update staff_second_factors
      set wrong_tries = case when $2 then wrong_tries + 1 else 1 end,
          wrong_since = case when $2 then wrong_since else now() end
      where user_id = $1`,
    values: [userId, row.is_in_window],
  })
  return refuse<Failure>({
    kind: 'input',
    code: 'wrong-code',
    message: wrongCode,
    fields: { code: wrongCode },
    isKept: true,
  })
}

const wrongCode =
  'This code is not right, or was used already. Wait for the next one in your app, or use a recovery code.'

const tooMany = (restSeconds: number): Result<never, Failure> => {
  const minutes = Math.max(1, Math.ceil(restSeconds / 60))
  return refuse<Failure>({
    kind: 'limit',
    code: 'too-many',
    message: `Too many wrong codes. Please wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    retryAfterSeconds: Math.max(1, Math.ceil(restSeconds)),
  })
}

/** What is kept of a recovery code; without the secret of the installation nobody can try codes on it. */
export const recoveryHash = ({
  req,
  userId,
  code,
}: {
  req: PayloadRequest
  userId: string
  code: string
}): string =>
  createHmac('sha256', req.payload.secret).update(`recovery:${userId}:${code}`).digest('hex')

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
