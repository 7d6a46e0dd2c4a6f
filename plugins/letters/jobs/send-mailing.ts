import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineJob, enqueue, lockRecord, moveRecord, sqlOf } from '#plugins/kernel'
import { queueLetter } from '../commands/queue-letter'
import { sendMailingQueue } from '../commands/send-letters'
import { isGoingOut } from '../domain/mailing-workflow'
import type { LettersOptions } from '../options'
import { judgeReaders } from '../queries/judge-readers'
import { letterFrames } from '../queries/letter-frame'

/** Small enough that a mailing never holds up other work for more than a moment. */
const batchSize = 50
const runMs = 60_000

/**
 * Puts the mails of a mailing into the outbox, some per transaction. Each person is judged again right
 * before, because they may have opted out since. What became of somebody is written in the transaction
 * of their mail: a worker that is killed writes to nobody twice and forgets nobody.
 */
export const sendMailingJob = (options: LettersOptions) =>
  defineJob({
    name: sendMailingQueue,
    input: z.object({ mailingId: z.uuid() }),
    leaseSeconds: 300,
    retryLimit: 5,
    retryDelaySeconds: 5,
    run: async ({ input: { mailingId }, attempt }) => {
      const until = Date.now() + runMs
      for (;;) {
        const isOver = await attempt.transaction(
          async ({ req }) => await sendPart({ req, mailingId, options }),
        )
        if (isOver) return
        if (Date.now() > until) {
          await attempt.transaction(
            async ({ req }) => await enqueue({ req, queue: sendMailingQueue, data: { mailingId } }),
            { completing: true },
          )
          return
        }
      }
    },
  })

/** Whether nobody is left. */
const sendPart = async ({
  req,
  mailingId,
  options,
}: {
  req: PayloadRequest
  mailingId: string
  options: LettersOptions
}): Promise<boolean> => {
  const mailing = await lockRecord({ req, collection: 'mailings', id: mailingId })
  if (!mailing || !isGoingOut(mailing.state)) return true
  const sql = sqlOf(req)
  const waiting = await sql.rows({
    schema: z.object({ id: z.string(), person: z.string(), order: z.string().nullable() }),
    text: `select id, person_id as person, job_order_id::text as "order" from mailing_recipients
      where mailing_id = $1 and mail_id is null and left_out is null
      order by created_at, id limit ${batchSize} for update`,
    values: [mailingId],
  })
  if (waiting.length === 0) {
    const moved = await moveRecord({
      req,
      collection: 'mailings',
      id: mailingId,
      locked: mailing,
      to: 'sent',
      what: 'mailing',
    })
    if (!moved.ok) throw new Error(moved.failure.message)
    return true
  }
  const isNews = mailing.isNews === true
  const about = idOf(mailing.jobOrder ?? null)
  const recipients = waiting.map(({ person, order }) => ({
    personId: person,
    orderId: order ?? about,
    isPutForward: order !== null,
  }))
  const frames = await letterFrames({
    req,
    orderIds: recipients.map(({ orderId }) => orderId),
    senderId: idOf(mailing.startedBy ?? null),
    agencyName: options.agencyName,
  })
  const judged = await judgeReaders({
    req,
    reader: mailing.reader,
    recipients,
    frames,
    isNews,
  })
  const byKey = new Map(
    judged.map((one) => [`${one.person.id} ${one.recipient.orderId ?? ''}`, one]),
  )
  const written = await writtenBefore({
    req,
    mailingId,
    addresses: judged.flatMap(({ person }) => (person.address ? [person.address] : [])),
  })
  for (const { id, person: personId, order } of waiting) {
    const one = byKey.get(`${personId} ${order ?? about ?? ''}`)
    const address = one?.person.address ?? null
    const why = one
      ? (one.why ??
        (address && written.has(address) ? 'Shares the address of somebody before.' : null))
      : 'No longer in the records.'
    const mailId =
      one && address && why === null
        ? await queueLetter({
            req,
            words: { subject: mailing.subject, text: mailing.text },
            reader: mailing.reader,
            person: { ...one.person, address },
            frame: one.frame,
            mailingId,
            isNews,
            dedupeKey: `mailing:${mailingId}:${personId}`,
          })
        : null
    await sql.run({
      text: 'update mailing_recipients set mail_id = $2, left_out = $3, updated_at = now() where id = $1',
      values: [id, mailId, mailId ? null : (why ?? 'The address is none.')],
    })
  }
  return false
}

/** The addresses that this mailing has gone to in an earlier part. */
const writtenBefore = async ({
  req,
  mailingId,
  addresses,
}: {
  req: PayloadRequest
  mailingId: string
  addresses: readonly string[]
}): Promise<ReadonlySet<string>> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ to: z.string() }),
    text: 'select "to" from outbound_mails where mailing = $1 and "to" = any($2::text[])',
    values: [mailingId, [...addresses]],
  })
  return new Set(rows.map(({ to }) => to))
}
