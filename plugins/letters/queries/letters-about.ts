import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, instant, recordStory, sqlOf } from '#plugins/kernel'
import { can, ok, refuseMissing, type Result } from '#plugins/kernel/domain'
import { mailContent } from '#plugins/work/domain'

export type ThreadMail = {
  id: string
  isIncoming: boolean
  subject: string
  text: string
  /** Who wrote it, else the agency. */
  from: string
  to: string
  at: string
  /** Of an outgoing mail: as the outbox has it. */
  state: string | null
  /** What the mail server said, when it did not go well. */
  problem: string | null
}

export type Thread = {
  id: string
  subject: string
  person: { kind: 'candidate' | 'client-contact'; id: string; name: string }
  orderId: string | null
  lastAt: string
  /** The oldest first. */
  mails: readonly ThreadMail[]
}

/** So many conversations of a record are shown, those with the newest mails. */
const mostThreads = 50

const row = z.object({
  id: z.string(),
  thread: z.string(),
  subject: z.string(),
  content: mailContent,
  author: z.string().nullable(),
  to_name: z.string().nullable(),
  to: z.string(),
  at: instant,
  state: z.string(),
  server_answer: z.string().nullable(),
  person_kind: z.enum(['candidate', 'client-contact']),
  person_id: z.string(),
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
  const rows = await sqlOf(req).rows({
    schema: row,
    text: `with threads as (
        select mail.thread, max(mail.created_at) as last_at from outbound_mails mail
          where mail.thread is not null
            and ${isOrder ? 'mail.order_id = $1' : 'mail.person_id = $1 and mail.person_kind = $3'}
          group by mail.thread order by last_at desc limit ${mostThreads})
      select mail.id, mail.thread, mail.subject, mail.content, author.name as author, mail.to_name,
        mail."to", coalesce(mail.sent_at, mail.created_at) as at, mail.state, mail.server_answer,
        mail.person_kind, mail.person_id, mail.order_id
      from threads join outbound_mails mail on mail.thread = threads.thread
        left join users author on author.id = mail.author_id
      where mail.person_kind = any($2::text[])
      order by threads.last_at desc, threads.thread, mail.created_at, mail.id`,
    values: isOrder ? [subject.id, kinds] : [subject.id, kinds, subject.kind],
  })
  return ok(threadsOf(rows))
}

const threadsOf = (rows: readonly z.output<typeof row>[]): Thread[] => {
  const threads = new Map<string, Thread>()
  for (const mail of rows) {
    const before = threads.get(mail.thread)
    const shown: ThreadMail = {
      id: mail.id,
      isIncoming: false,
      subject: mail.subject,
      text: textOf(mail.content),
      from: mail.author ?? 'The agency',
      to: mail.to_name || mail.to,
      at: mail.at,
      state: mail.state,
      problem: ['failed', 'queued'].includes(mail.state) ? mail.server_answer : null,
    }
    threads.set(mail.thread, {
      id: mail.thread,
      subject: before?.subject ?? mail.subject,
      person: {
        kind: mail.person_kind,
        id: mail.person_id,
        name: mail.to_name || mail.to,
      },
      orderId: before?.orderId ?? mail.order_id,
      lastAt: mail.at,
      mails: [...(before?.mails ?? []), shown],
    })
  }
  return [...threads.values()]
}

const textOf = (content: z.output<typeof mailContent>): string =>
  content.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])).join('\n\n')
