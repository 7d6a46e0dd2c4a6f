import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, instant, recordStory, sqlOf } from '#plugins/kernel'
import { can, ok, refuseMissing, type Result } from '#plugins/kernel/domain'
import { hasNotLeft, mailContent } from '#plugins/work/domain'
import { incomingFiles, type IncomingFile } from '../domain/incoming-files'

export type ThreadMail = {
  id: string
  isIncoming: boolean
  subject: string
  text: string
  files: readonly IncomingFile[]
  /** Who wrote it, else the agency. */
  from: string
  to: string
  at: string
  /** Of an outgoing mail: as the outbox has it, or `returned`. */
  state: string | null
  isAutomatic: boolean
  /** What the mail server said, when it did not go well. */
  problem: string | null
}

export type Thread = {
  id: string
  subject: string
  person: { kind: 'candidate' | 'client-contact'; id: string; name: string }
  orderId: string | null
  /** The oldest first. */
  mails: readonly ThreadMail[]
}

/** So many conversations of a record are shown, those with the newest mails. */
const mostThreads = 50

const row = z.object({
  id: z.string(),
  is_incoming: z.boolean(),
  thread: z.string(),
  subject: z.string(),
  content: mailContent.nullable(),
  text: z.string().nullable(),
  files: z.unknown(),
  from_name: z.string().nullable(),
  to_name: z.string().nullable(),
  at: instant,
  state: z.string().nullable(),
  is_returned: z.boolean(),
  is_automatic: z.boolean(),
  server_answer: z.string().nullable(),
  person_kind: z.enum(['candidate', 'client-contact']),
  person_id: z.string(),
  person_name: z.string().nullable(),
  order_id: z.string().nullable(),
})

/**
 * The conversations by mail with a person or about an order, the newest first. Whoever may see the
 * record may read what was written; nothing of them stands anywhere else.
 */
export const lettersAbout = async ({
  req,
  subject,
}: {
  req: PayloadRequest
  subject: { kind: 'candidate' | 'client-contact' | 'job-order'; id: string }
}): Promise<Result<readonly Thread[]>> => {
  if (!(await recordStory({ req, subject }))) return refuseMissing('record')
  const actor = actorOf(req)
  const kinds = [
    ...(can({ actor, permission: 'candidates.read' }) ? ['candidate'] : []),
    ...(can({ actor, permission: 'clients.read' }) ? ['client-contact'] : []),
  ]
  const isOrder = subject.kind === 'job-order'
  const about = isOrder ? 'mail.order_id = $1' : 'mail.person_id = $1 and mail.person_kind = $3'
  const rows = await sqlOf(req).rows({
    schema: row,
    text: `with mails as (
        select mail.thread, mail.created_at as at from outbound_mails mail
          where mail.thread is not null and mail.person_kind = any($2::text[]) and ${about}
        union all
        select mail.thread, mail.received_at as at from incoming_mails mail
          where mail.thread is not null and mail.person_kind = any($2::text[]) and ${about}),
      threads as (
        select thread, max(at) as last_at from mails
          group by thread order by last_at desc limit ${mostThreads}),
      shown as (
        select mail.id, false as is_incoming, mail.thread, mail.subject, mail.content,
            null as text, null::jsonb as files, author.name as from_name,
            coalesce(nullif(mail.to_name, ''), mail."to") as to_name,
            coalesce(mail.sent_at, mail.created_at) as at, mail.state,
            mail.returned_at is not null as is_returned, false as is_automatic, mail.server_answer,
            mail.person_kind, mail.person_id, mail.order_id
          from threads join outbound_mails mail on mail.thread = threads.thread
            left join users author on author.id = mail.author_id
          where mail.person_kind = any($2::text[])
        union all
        select mail.id, true, mail.thread, mail.subject, null, mail.text, mail.files,
            concat_ws(' ', nullif(mail.from_name, ''), '<' || mail.from_address || '>'),
            mail.to_addresses, mail.received_at, null, false, coalesce(mail.is_automatic, false), null,
            mail.person_kind, mail.person_id, mail.order_id
          from threads join incoming_mails mail on mail.thread = threads.thread
          where mail.person_kind = any($2::text[]))
      select shown.*, coalesce(candidate.name, contact.name) as person_name
      from shown join threads on threads.thread = shown.thread
        left join candidates candidate
          on shown.person_kind = 'candidate' and candidate.id = shown.person_id::uuid
        left join client_contacts contact
          on shown.person_kind = 'client-contact' and contact.id = shown.person_id::uuid
      order by threads.last_at desc, threads.thread, shown.at, shown.id`,
    values: isOrder ? [subject.id, kinds] : [subject.id, kinds, subject.kind],
  })
  return ok(threadsOf(rows))
}

const threadsOf = (rows: readonly z.output<typeof row>[]): Thread[] => {
  const threads = new Map<string, { thread: Thread; mails: ThreadMail[] }>()
  for (const mail of rows) {
    const shown: ThreadMail = {
      id: mail.id,
      isIncoming: mail.is_incoming,
      subject: mail.subject,
      text: mail.content ? textOf(mail.content) : (mail.text ?? ''),
      files: incomingFiles(mail.files),
      from: mail.from_name ?? 'The agency',
      to: mail.to_name ?? '',
      at: mail.at,
      state: mail.is_returned ? 'returned' : mail.state,
      isAutomatic: mail.is_automatic,
      problem:
        mail.is_returned || (mail.state !== null && hasNotLeft(mail.state))
          ? mail.server_answer
          : null,
    }
    const before = threads.get(mail.thread)
    if (before) before.mails.push(shown)
    else {
      const mails = [shown]
      threads.set(mail.thread, {
        thread: {
          id: mail.thread,
          subject: mail.subject,
          person: {
            kind: mail.person_kind,
            id: mail.person_id,
            name: mail.person_name ?? 'Somebody who was erased',
          },
          orderId: mail.order_id,
          mails,
        },
        mails,
      })
    }
  }
  return [...threads.values()].map(({ thread }) => thread)
}

const textOf = (content: z.output<typeof mailContent>): string =>
  content.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])).join('\n\n')
