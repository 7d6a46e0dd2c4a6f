import { z } from 'zod'

import { defineCommand, lockRecord, moveRecord } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { isGoingOut } from '../domain/mailing-workflow'

/** Whoever has not been written to yet is not any more; what has left stays sent. */
export const stopMailing = defineCommand({
  name: 'stop-mailing',
  summary: 'Stop a mailing that is going out; what has left stays sent',
  input: z.object({ mailingId: z.uuid('Choose a mailing.') }),
  allow: { staff: 'pipeline.write' },
  run: async ({ input: { mailingId }, ctx: { req, sql } }) => {
    const mailing = await lockRecord({ req, collection: 'mailings', id: mailingId })
    if (!mailing) return refuseMissing('mailing')
    if (!isGoingOut(mailing.state))
      return refuseState({
        code: 'mailing-over',
        message: 'This mailing is over: everybody it was for has been written to.',
      })
    const leftOut = await sql.run({
      text: `update mailing_recipients set left_out = 'The mailing was stopped.', updated_at = now()
        where mailing_id = $1 and mail_id is null and left_out is null`,
      values: [mailingId],
    })
    const moved = await moveRecord({
      req,
      collection: 'mailings',
      id: mailingId,
      locked: mailing,
      to: 'stopped',
      what: 'mailing',
    })
    return moved.ok ? ok({ mailingId, leftOut }) : moved
  },
})
