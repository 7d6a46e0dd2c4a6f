import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { defineCommand, enqueue, lockRecord, sqlOf } from '#plugins/kernel'
import { ok, refuseInput, refuseMissing } from '#plugins/kernel/domain'
import { mailboxInput, mailboxPassword } from '../domain/mailbox-input'
import { readMailboxQueue } from '../jobs/read-mailbox'

/** A mailbox is read from now on; what lies in it already stays where it is. */
export const addMailbox = defineCommand({
  name: 'add-mailbox',
  summary: 'Set up a mailbox whose mail is filed to candidates, contacts and orders',
  input: z.object({ ...mailboxInput, password: mailboxPassword }),
  example: {
    name: 'Answers',
    address: 'answers@agency.com',
    host: 'imap.agency.com',
    port: 993,
    security: 'tls',
    username: 'answers@agency.com',
    password: 'the password of the mailbox',
  },
  allow: { staff: 'integrations.write' },
  isForPeopleOnly: true,
  run: async ({ input: { password, ...settings }, ctx: { req, payload } }) => {
    if (await isTaken({ req, address: settings.address, besides: null }))
      return refuseInput({ address: 'This mailbox is set up already: change that one.' })
    const mailbox = await payload.create({
      collection: 'mailboxes',
      data: { ...settings, secret: payload.encrypt(password), isActive: true },
      req,
      overrideAccess: true,
      depth: 0,
    })
    await enqueue({ req, queue: readMailboxQueue, data: { mailboxId: mailbox.id } })
    return ok({ mailboxId: mailbox.id })
  },
})

/** Another server, user or folder is another mailbox: it is read from then on, too. */
export const changeMailbox = defineCommand({
  name: 'change-mailbox',
  summary: 'Change how a mailbox is reached, or its password',
  input: z.object({
    mailboxId: z.uuid('Choose a mailbox.'),
    ...mailboxInput,
    /** The one that is kept when it is left out; another server is told none but its own. */
    password: mailboxPassword.nullish(),
  }),
  example: {
    mailboxId: '0190a000-0000-7000-8000-000000000001',
    name: 'Answers',
    address: 'answers@agency.com',
    host: 'imap.agency.com',
    port: 993,
    security: 'tls',
    username: 'answers@agency.com',
  },
  allow: { staff: 'integrations.write' },
  isForPeopleOnly: true,
  run: async ({ input: { mailboxId, password, ...settings }, ctx: { req, payload } }) => {
    const known = await lockRecord({ req, collection: 'mailboxes', id: mailboxId })
    if (!known) return refuseMissing('mailbox')
    if (await isTaken({ req, address: settings.address, besides: mailboxId }))
      return refuseInput({ address: 'Another mailbox has this address.' })
    const isElsewhere =
      known.host !== settings.host ||
      known.port !== settings.port ||
      known.username !== settings.username
    // A kept password sent to a new server would be a way to read it.
    if ((isElsewhere || known.security !== settings.security) && !password)
      return refuseInput({ password: 'Write the password again for another server or user.' })
    const isOther = isElsewhere || known.folder !== settings.folder
    await payload.update({
      collection: 'mailboxes',
      id: mailboxId,
      data: {
        ...settings,
        ...(password ? { secret: payload.encrypt(password) } : {}),
        ...(isOther ? { uidValidity: null, lastUid: null } : {}),
        lastProblem: null,
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    await enqueue({ req, queue: readMailboxQueue, data: { mailboxId } })
    return ok({ mailboxId })
  },
})

export const switchMailbox = defineCommand({
  name: 'switch-mailbox',
  summary: 'Have a mailbox read, or not any more',
  input: z.object({ mailboxId: z.uuid('Choose a mailbox.'), isActive: z.boolean() }),
  allow: { staff: 'integrations.write' },
  run: async ({ input: { mailboxId, isActive }, ctx: { req, payload } }) => {
    const known = await lockRecord({ req, collection: 'mailboxes', id: mailboxId })
    if (!known) return refuseMissing('mailbox')
    await payload.update({
      collection: 'mailboxes',
      id: mailboxId,
      data: { isActive },
      req,
      overrideAccess: true,
      depth: 0,
    })
    if (isActive) await enqueue({ req, queue: readMailboxQueue, data: { mailboxId } })
    return ok({ mailboxId })
  },
})

const isTaken = async ({
  req,
  address,
  besides,
}: {
  req: PayloadRequest
  address: string
  besides: string | null
}): Promise<boolean> => {
  const row = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: 'select id from mailboxes where address = $1 and id is distinct from $2::uuid',
    values: [address, besides],
  })
  return row !== null
}
