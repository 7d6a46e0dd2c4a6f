import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { peopleToWriteTo } from '#plugins/crm'
import { defineCommand, lockRecord, moveRecord } from '#plugins/kernel'
import {
  can,
  ok,
  refuseInput,
  refuseMissing,
  refuseRight,
  refuseState,
} from '#plugins/kernel/domain'
import { isFiled } from '../domain/incoming-workflow'
import { tellFiled } from './file-incoming'

/** A colleague says to whom a mail belongs that nobody was known for. */
export const fileMail = defineCommand({
  name: 'file-mail',
  summary: 'File a mail that came in to a candidate or a contact',
  input: z.object({
    incomingMailId: z.uuid('Choose a mail.'),
    candidateId: z.uuid('Choose a candidate.').nullish(),
    contactId: z.uuid('Choose a contact.').nullish(),
    jobOrderId: z.uuid('Choose a job order.').nullish(),
  }),
  allow: { staff: 'pipeline.write' },
  run: async ({ input, ctx: { req, actor, payload } }) => {
    const { incomingMailId, candidateId, contactId, jobOrderId } = input
    if (!can({ actor, permission: 'mail.read' }))
      return refuseRight('You may not see the mail that came in.')
    const kind = candidateId ? 'candidate' : 'client-contact'
    const personId = candidateId ?? contactId
    if (!personId || (candidateId && contactId))
      return refuseInput({ candidateId: 'Choose either a candidate or a contact.' })
    if (!can({ actor, permission: candidateId ? 'candidates.read' : 'clients.read' }))
      return refuseMissing(candidateId ? 'candidate' : 'contact')
    const mail = await lockRecord({ req, collection: 'incoming-mails', id: incomingMailId })
    if (!mail) return refuseMissing('mail')
    if (isFiled(mail.state))
      return refuseState({ code: 'filed-before', message: 'This mail is filed already.' })
    const [person] = await peopleToWriteTo({ req, kind, ids: [personId], clientId: null })
    if (!person || person.isGone) return refuseMissing(candidateId ? 'candidate' : 'contact')
    const order = jobOrderId
      ? await payload.findByID({
          collection: 'job-orders',
          id: jobOrderId,
          depth: 0,
          req,
          overrideAccess: actor.kind === 'system',
          disableErrors: true,
        })
      : null
    if (jobOrderId && !order) return refuseMissing('job order')
    const filing = {
      person: { kind, id: personId },
      clientId: person.clientId,
      orderId: order?.id ?? null,
      thread: mail.thread ?? randomUUID(),
    } as const
    const moved = await moveRecord({
      req,
      collection: 'incoming-mails',
      id: incomingMailId,
      locked: mail,
      to: 'filed',
      data: {
        thread: filing.thread,
        personKind: kind,
        personId,
        clientId: filing.clientId,
        orderId: filing.orderId,
      },
      what: 'mail',
    })
    if (!moved.ok) return moved
    await giveFiles({
      req,
      files: mail.files,
      candidateId: candidateId ?? null,
      clientId: filing.clientId,
    })
    await tellFiled({
      req,
      id: incomingMailId,
      mail: { subject: mail.subject, text: mail.text ?? '' },
      filing,
      isFromColleague: mail.isFromColleague === true,
    })
    return ok({ incomingMailId })
  },
})

/** The files of the mail belong to whom it belongs. */
const giveFiles = async ({
  req,
  files,
  candidateId,
  clientId,
}: {
  req: PayloadRequest
  files: unknown
  candidateId: string | null
  clientId: string | null
}): Promise<void> => {
  const kept = z
    .array(z.object({ documentId: z.string().nullable() }))
    .catch([])
    .parse(files)
  for (const { documentId } of kept)
    if (documentId)
      await req.payload.update({
        collection: 'documents',
        id: documentId,
        data: { candidate: candidateId, client: clientId },
        req,
        overrideAccess: true,
        depth: 0,
      })
}

export const discardMail = defineCommand({
  name: 'discard-mail',
  summary: 'Put a mail aside that is none of the agency’s',
  input: z.object({ incomingMailId: z.uuid('Choose a mail.') }),
  allow: { staff: 'pipeline.write' },
  run: async ({ input: { incomingMailId }, ctx: { req, actor } }) => {
    if (!can({ actor, permission: 'mail.read' }))
      return refuseRight('You may not see the mail that came in.')
    const moved = await moveRecord({
      req,
      collection: 'incoming-mails',
      id: incomingMailId,
      to: 'discarded',
      what: 'mail',
    })
    return moved.ok ? ok({ incomingMailId }) : moved
  },
})

/** It was filed to the wrong person: it waits again. */
export const takeMailOut = defineCommand({
  name: 'take-mail-out',
  summary: 'Take a mail out of the conversation that it was filed to by mistake',
  input: z.object({ incomingMailId: z.uuid('Choose a mail.') }),
  allow: { staff: 'pipeline.write' },
  run: async ({ input: { incomingMailId }, ctx: { req, actor } }) => {
    if (!can({ actor, permission: 'mail.read' }))
      return refuseRight('You may not see the mail that came in.')
    const mail = await lockRecord({ req, collection: 'incoming-mails', id: incomingMailId })
    if (!mail) return refuseMissing('mail')
    const moved = await moveRecord({
      req,
      collection: 'incoming-mails',
      id: incomingMailId,
      locked: mail,
      to: 'unfiled',
      data: { thread: null, personKind: null, personId: null, clientId: null, orderId: null },
      what: 'mail',
    })
    if (!moved.ok) return moved
    await giveFiles({ req, files: mail.files, candidateId: null, clientId: null })
    return ok({ incomingMailId })
  },
})
