import { createHash, randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { peopleByAddress, storeDocument } from '#plugins/crm'
import { databaseNow, publish, sqlOf } from '#plugins/kernel'
import type { PersonRef } from '#plugins/kernel/domain'
import { noteReturned } from '#plugins/work'
import type { ReadFile, ReadMail } from '../adapters/read-mail'
import { bounceIn } from '../domain/delivery-report'
import { mailIdInAddress, ownMailIdsIn } from '../domain/incoming'
import type { IncomingFile } from '../domain/incoming-files'
import type { IncomingState } from '../domain/incoming-workflow'

/** Where a mail belongs. */
export type Filing = {
  person: PersonRef
  clientId: string | null
  orderId: string | null
  thread: string
}

/** More files than anybody sends on purpose. */
const mostFiles = 20

/**
 * Keeps a mail that came in, once by its Message-ID, and files it: to the letter it answers, else to the
 * person at the sender's address. Returns what became of it. Nothing is ever answered by itself, so two
 * programs cannot write to each other for ever.
 */
export const fileIncoming = async ({
  req,
  mail,
  bytes,
  mailbox,
  host,
}: {
  req: PayloadRequest
  mail: ReadMail
  bytes: Uint8Array
  mailbox: { id: string; address: string }
  /** Under which our own mails are numbered. */
  host: string
}): Promise<'known' | 'own' | IncomingState> => {
  const messageKey = mail.messageId ?? `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  if (await isKnown({ req, messageKey })) return 'known'
  if (await isOwn({ req, mail, host })) return 'own'
  if (mail.reports.length > 0) {
    await noteReports({ req, mail, host })
    await keep({ req, mail, mailbox, messageKey, state: 'handled', filing: null, files: [] })
    return 'handled'
  }
  const isFromColleague = await isColleague({ req, address: mail.fromAddress })
  const filing = await filingOf({ req, mail, mailbox, host, isFromColleague })
  // A newsletter or absence note of nobody we know is not worth a colleague's look.
  const state = filing ? 'filed' : mail.isAutomatic ? 'discarded' : 'unfiled'
  const files = state === 'discarded' ? [] : await keepFiles({ req, files: mail.files, filing })
  const id = await keep({ req, mail, mailbox, messageKey, state, filing, files, isFromColleague })
  if (filing) await tellFiled({ req, id, mail, filing, isFromColleague })
  return state
}

/** Tells a filed mail in the stories of whom it belongs to. */
export const tellFiled = async ({
  req,
  id,
  mail,
  filing,
  isFromColleague,
}: {
  req: PayloadRequest
  id: string
  mail: { subject: string; text: string }
  filing: Filing
  isFromColleague: boolean
}): Promise<void> => {
  await publish({
    req,
    event: {
      name: isFromColleague ? 'letter.copied' : 'letter.received',
      subject: filing.person,
      person: filing.person,
      clientId: filing.clientId,
      orderId: filing.orderId,
      changes: { incoming: id, text: null },
      personal: { text: [null, `${mail.subject}\n${mail.text.slice(0, 2_000)}`] },
    },
  })
}

const isKnown = async ({
  req,
  messageKey,
}: {
  req: PayloadRequest
  messageKey: string
}): Promise<boolean> => {
  // Two mailboxes that get the same mail at once wait for each other.
  await sqlOf(req).run({
    text: `select pg_advisory_xact_lock(hashtextextended('incoming:' || $1, 0))`,
    values: [messageKey],
  })
  const row = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: 'select id from incoming_mails where message_key = $1',
    values: [messageKey],
  })
  return row !== null
}

const mailRow = z.object({
  id: z.string(),
  to: z.string(),
  thread: z.string().nullable(),
  person_kind: z.enum(['candidate', 'client-contact']).nullable(),
  person_id: z.string().nullable(),
  client_id: z.string().nullable(),
  order_id: z.string().nullable(),
})

const ownMails = async ({
  req,
  ids,
}: {
  req: PayloadRequest
  ids: readonly string[]
}): Promise<z.output<typeof mailRow>[]> =>
  ids.length === 0
    ? []
    : await sqlOf(req).rows({
        schema: mailRow,
        text: `select id, "to", thread, person_kind, person_id, client_id, order_id
          from outbound_mails where id = any($1::uuid[])`,
        values: [[...ids]],
      })

/** A letter of our own that came back as a copy. */
const isOwn = async ({
  req,
  mail,
  host,
}: {
  req: PayloadRequest
  mail: ReadMail
  host: string
}): Promise<boolean> => {
  const ids = ownMailIdsIn({ references: mail.messageId ? [mail.messageId] : [], host })
  return (await ownMails({ req, ids })).length > 0
}

/**
 * A report counts only when it is about a mail that we sent to the address it names: anybody can write
 * one, and could otherwise keep us from writing to whomever they like.
 */
const noteReports = async ({
  req,
  mail,
  host,
}: {
  req: PayloadRequest
  mail: ReadMail
  host: string
}): Promise<void> => {
  const sent = await ownMails({ req, ids: ownMailIdsIn({ references: mail.references, host }) })
  for (const report of mail.reports) {
    const kind = bounceIn(report)
    const about = sent.find(({ to }) => to === report.recipient)
    if (!kind || !about) continue
    const reason =
      [report.status, report.diagnostic].filter(Boolean).join(' ') || 'It could not be delivered.'
    const isNew = await noteReturned({ req, mailId: about.id, kind, reason })
    if (isNew && about.person_kind && about.person_id) {
      const person = { kind: about.person_kind, id: about.person_id }
      await publish({
        req,
        event: {
          name: 'letter.returned',
          subject: person,
          person,
          clientId: about.client_id,
          orderId: about.order_id,
          changes: { mail: about.id },
        },
      })
    }
  }
}

const isColleague = async ({
  req,
  address,
}: {
  req: PayloadRequest
  address: string | null
}): Promise<boolean> => {
  if (!address) return false
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    where: { email: { equals: address } },
    req,
    overrideAccess: true,
  })
  return totalDocs > 0
}

const filingOf = async ({
  req,
  mail,
  mailbox,
  host,
  isFromColleague,
}: {
  req: PayloadRequest
  mail: ReadMail
  mailbox: { address: string }
  host: string
  isFromColleague: boolean
}): Promise<Filing | null> => {
  const byAddress = mailIdInAddress({ addresses: mail.toAddresses, mailbox: mailbox.address })
  const answered = await answeredFiling({
    req,
    mailIds: [
      ...(byAddress ? [byAddress] : []),
      ...ownMailIdsIn({ references: mail.references, host }).toReversed(),
    ],
    references: mail.references,
  })
  if (answered) return answered
  const addresses = isFromColleague ? mail.toAddresses : mail.fromAddress ? [mail.fromAddress] : []
  const found = await peopleByAddress({ req, addresses })
  const known = addresses.flatMap((address) => found.filter((one) => one.address === address))[0]
  return known
    ? { person: known.person, clientId: known.clientId, orderId: null, thread: randomUUID() }
    : null
}

/** The conversation of the newest mail that it answers and that is known. */
const answeredFiling = async ({
  req,
  mailIds,
  references,
}: {
  req: PayloadRequest
  mailIds: readonly string[]
  references: readonly string[]
}): Promise<Filing | null> => {
  const sent = await ownMails({ req, ids: mailIds })
  for (const id of mailIds) {
    const mail = sent.find((one) => one.id === id)
    if (mail?.thread && mail.person_kind && mail.person_id)
      return {
        person: { kind: mail.person_kind, id: mail.person_id },
        clientId: mail.client_id,
        orderId: mail.order_id,
        thread: mail.thread,
      }
  }
  if (references.length === 0) return null
  const before = await sqlOf(req).first({
    schema: z.object({
      thread: z.string(),
      person_kind: z.enum(['candidate', 'client-contact']),
      person_id: z.string(),
      client_id: z.string().nullable(),
      order_id: z.string().nullable(),
    }),
    text: `select thread, person_kind, person_id, client_id, order_id from incoming_mails
      where message_id = any($1::text[]) and thread is not null and person_id is not null
      order by received_at desc limit 1`,
    values: [[...references]],
  })
  return before
    ? {
        person: { kind: before.person_kind, id: before.person_id },
        clientId: before.client_id,
        orderId: before.order_id,
        thread: before.thread,
      }
    : null
}

/** Each file by the way that every upload goes: judged by its bytes, named by us, scanned. */
const keepFiles = async ({
  req,
  files,
  filing,
}: {
  req: PayloadRequest
  files: readonly ReadFile[]
  filing: Filing | null
}): Promise<IncomingFile[]> => {
  const kept: IncomingFile[] = []
  for (const [at, file] of files.entries()) {
    if (at >= mostFiles) {
      kept.push({
        name: `${files.length - mostFiles} more`,
        documentId: null,
        refused: 'Too many files.',
      })
      break
    }
    const stored = await storeDocument({
      req,
      file: { bytes: file.bytes, filename: file.name },
      kind: 'other',
      candidateId: filing?.person.kind === 'candidate' ? filing.person.id : null,
      clientId: filing?.clientId ?? null,
    })
    kept.push(
      stored.ok
        ? { name: file.name, documentId: stored.value.documentId, refused: null }
        : { name: file.name, documentId: null, refused: stored.failure.message },
    )
  }
  return kept
}

const keep = async ({
  req,
  mail,
  mailbox,
  messageKey,
  state,
  filing,
  files,
  isFromColleague = false,
}: {
  req: PayloadRequest
  mail: ReadMail
  mailbox: { id: string }
  messageKey: string
  state: IncomingState
  filing: Filing | null
  files: readonly IncomingFile[]
  isFromColleague?: boolean
}): Promise<string> => {
  const row = await req.payload.create({
    collection: 'incoming-mails',
    data: {
      state,
      subject: mail.subject,
      fromName: mail.fromName,
      fromAddress: mail.fromAddress,
      toAddresses: mail.toAddresses.join(', ').slice(0, 2_000),
      text: mail.text,
      files: [...files],
      receivedAt: await databaseNow(req),
      mailbox: mailbox.id,
      isAutomatic: mail.isAutomatic,
      isFromColleague,
      messageKey,
      messageId: mail.messageId,
      references: [...mail.references],
      thread: filing?.thread ?? null,
      personKind: filing?.person.kind ?? null,
      personId: filing?.person.id ?? null,
      clientId: filing?.clientId ?? null,
      orderId: filing?.orderId ?? null,
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
  return row.id
}
