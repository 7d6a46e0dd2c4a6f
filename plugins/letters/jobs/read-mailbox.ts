import { z } from 'zod'

import { defineJob, enqueue, instant, sqlOf, type Attempt } from '#plugins/kernel'
import { MailboxTrouble, openFolder, type MailFolder } from '../adapters/imap-folder'
import { readMail, type ReadMail } from '../adapters/read-mail'
import { fileIncoming } from '../commands/file-incoming'
import { mailboxSecurities } from '../domain/mailbox-input'
import type { LettersOptions } from '../options'

export const readMailboxQueue = 'read-mailbox'

/** A part that is done well within the lease; what is left is the next job’s. */
const mostAtOnce = 100

/** How far back a folder is read again whose numbers begin anew; what is known by Message-ID stays once. */
const daysAgain = 30

const boxRow = z.object({
  id: z.string(),
  address: z.string(),
  host: z.string(),
  port: z.coerce.number(),
  security: z.enum(mailboxSecurities),
  username: z.string(),
  secret: z.string(),
  folder: z.string(),
  uid_validity: z.string().nullable(),
  last_uid: z.coerce.number().nullable(),
  last_read_at: instant.nullable(),
})

type Box = z.output<typeof boxRow>

/** Has every mailbox read that is switched on and not being read already. */
export const pollMailboxesJob = defineJob({
  name: 'poll-mailboxes',
  input: z.object({}),
  leaseSeconds: 60,
  retryLimit: 2,
  retryDelaySeconds: 10,
  cron: '* * * * *',
  run: async ({ attempt }) => {
    await attempt.transaction(async ({ req, sql }) => {
      const due = await sql.rows({
        schema: z.object({ id: z.string() }),
        text: `select mailbox.id from mailboxes mailbox
          where mailbox.is_active and not exists (select 1 from pgboss.job job
            where job.name = $1 and job.state < 'completed'
              and job.data ->> 'mailboxId' = mailbox.id::text)`,
        values: [readMailboxQueue],
      })
      for (const { id } of due)
        await enqueue({ req, queue: readMailboxQueue, data: { mailboxId: id } })
    })
  },
})

/**
 * Files what is new in a mailbox. Each mail is a transaction that also moves the mark of what has been
 * read, so a worker that is killed files nothing twice and leaves nothing out.
 */
export const readMailboxJob = ({ siteUrl }: LettersOptions) =>
  defineJob({
    name: readMailboxQueue,
    input: z.object({ mailboxId: z.uuid() }),
    leaseSeconds: 600,
    retryLimit: 2,
    retryDelaySeconds: 30,
    run: async ({ input: { mailboxId }, attempt }) => {
      const box = await attempt.transaction(
        async ({ sql }) =>
          await sql.first({
            schema: boxRow,
            text: `select id, address, host, port, security::text as security, username, secret,
                folder, uid_validity, last_uid, last_read_at
              from mailboxes where id = $1 and is_active`,
            values: [mailboxId],
          }),
      )
      if (!box) return
      try {
        const hasMore = await readBox({ attempt, box, host: new URL(siteUrl).hostname })
        await attempt.transaction(
          async ({ req, sql }) => {
            await sql.run({
              text: 'update mailboxes set last_read_at = now(), last_problem = null where id = $1',
              values: [mailboxId],
            })
            if (hasMore) await enqueue({ req, queue: readMailboxQueue, data: { mailboxId } })
          },
          { completing: true },
        )
      } catch (error) {
        if (!(error instanceof MailboxTrouble)) throw error
        attempt.payload.logger.warn({ msg: 'A mailbox could not be read', err: error, mailboxId })
        // Asked again by the clock; whoever set it up sees why.
        await attempt.transaction(
          async ({ sql }) =>
            await sql.run({
              text: 'update mailboxes set last_problem = $2 where id = $1',
              values: [mailboxId, error.message],
            }),
          { completing: true },
        )
      }
    },
  })

/** Whether more is waiting than was read. */
const readBox = async ({
  attempt,
  box,
  host,
}: {
  attempt: Attempt
  box: Box
  host: string
}): Promise<boolean> => {
  const folder = await openFolder({
    ...box,
    password: attempt.payload.decrypt(box.secret),
  })
  try {
    // What was there before the mailbox was set up stays between whom it was.
    if (box.uid_validity === null) {
      await moveMark({ attempt, box, folder, uid: folder.uidNext - 1 })
      return false
    }
    const isSame = box.uid_validity === folder.uidValidity
    const uids = isSame
      ? await folder.uidsAfter(box.last_uid ?? 0)
      : await folder.uidsSince(daysBefore(box.last_read_at))
    for (const uid of uids.slice(0, mostAtOnce)) await fileOne({ attempt, box, folder, uid, host })
    if (!isSame && uids.length === 0)
      await moveMark({ attempt, box, folder, uid: folder.uidNext - 1 })
    return uids.length > mostAtOnce
  } finally {
    folder.close()
  }
}

const daysBefore = (instant: string | null): string =>
  new Date((instant ? Date.parse(instant) : Date.now()) - daysAgain * 86_400_000).toISOString()

const moveMark = async ({
  attempt,
  box,
  folder,
  uid,
}: {
  attempt: Attempt
  box: Box
  folder: MailFolder
  uid: number
}): Promise<void> => {
  await attempt.transaction(
    async ({ sql }) =>
      await sql.run({
        text: 'update mailboxes set uid_validity = $2, last_uid = $3 where id = $1',
        values: [box.id, folder.uidValidity, uid],
      }),
  )
}

const fileOne = async ({
  attempt,
  box,
  folder,
  uid,
  host,
}: {
  attempt: Attempt
  box: Box
  folder: MailFolder
  uid: number
  host: string
}): Promise<void> => {
  const bytes = await folder.read(uid)
  const mail = bytes ? await readOrName({ attempt, bytes }) : null
  await attempt.transaction(async ({ req }) => {
    // Two workers on one mailbox wait here; the second finds the mail read.
    const now = await sqlOf(req).first({
      schema: z.object({
        uid_validity: z.string().nullable(),
        last_uid: z.coerce.number().nullable(),
      }),
      text: 'select uid_validity, last_uid from mailboxes where id = $1 for update',
      values: [box.id],
    })
    if (now?.uid_validity === folder.uidValidity && (now.last_uid ?? 0) >= uid) return
    if (mail && bytes)
      await fileIncoming({
        req,
        mail,
        bytes: bytes === 'too-large' ? keyOf({ box, folder, uid }) : bytes,
        mailbox: box,
        host,
      })
    await sqlOf(req).run({
      text: 'update mailboxes set uid_validity = $2, last_uid = $3 where id = $1',
      values: [box.id, folder.uidValidity, uid],
    })
  })
}

const keyOf = ({ box, folder, uid }: { box: Box; folder: MailFolder; uid: number }): Uint8Array =>
  new TextEncoder().encode(`${box.id}:${folder.uidValidity}:${uid}`)

/** A mail that nobody can read still says that it came, and does not keep the next ones waiting. */
const readOrName = async ({
  attempt,
  bytes,
}: {
  attempt: Attempt
  bytes: Uint8Array | 'too-large'
}): Promise<ReadMail> => {
  if (bytes === 'too-large')
    return unread('A mail that is too large: more than 25 MB. Look at it in your mail program.')
  try {
    return await readMail(bytes)
  } catch (error) {
    attempt.payload.logger.warn({ msg: 'A mail could not be read', err: error })
    return unread('A mail that cannot be read. Look at it in your mail program.')
  }
}

const unread = (text: string): ReadMail => ({
  messageId: null,
  references: [],
  fromAddress: null,
  fromName: null,
  toAddresses: [],
  subject: '(not readable)',
  text,
  isAutomatic: false,
  files: [],
  reports: [],
})
