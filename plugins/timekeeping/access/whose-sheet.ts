import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { sqlOf } from '#plugins/kernel'
import {
  ok,
  refuseMissing,
  refuseRight,
  type Actor,
  type Beside,
  type Result,
} from '#plugins/kernel/domain'

/**
 * Whether the actor, whom the command lets in, acts on the worker's own hours: a signed-in person
 * must be that worker; a link was opened for that record, and staff act for everybody.
 */
export const isWorkersOwn = ({
  actor,
  candidateId,
}: {
  actor: Actor
  candidateId: string | null
}): boolean =>
  actor.kind !== 'portal' || (actor.candidateId !== null && actor.candidateId === candidateId)

/**
 * Who approves or disputes these hours, by name, for whoever the command lets in. A contact of
 * another client finds nothing; one of this client must be an approver; nobody approves their own
 * hours, neither by another hat (a contact or colleague with the worker's login or e-mail) nor by
 * the worker's link, nor by the approver's link in the worker's browser.
 */
export const approverOf = async ({
  req,
  actor,
  sheet,
}: {
  req: PayloadRequest
  actor: Actor
  sheet: DataFromCollectionSlug<'timesheets'>
}): Promise<Result<{ name: string }>> => {
  switch (actor.kind) {
    case 'system':
      return ok({ name: 'Placewright' })
    case 'staff':
      return (await isWorkersEmail({ req, email: actor.email, sheet }))
        ? ownHours()
        : ok({ name: `${actor.name} for the client` })
    case 'portal':
      if (actor.candidateId !== null && actor.candidateId === idOf(sheet.candidate))
        return ownHours()
      return await contactAs({ req, contactId: actor.contactId, sheet, needsRole: true })
    case 'link':
      if (await isWorkersSession({ req, beside: actor.beside, sheet }))
        return refuseRight(
          'You are signed in as the worker, and nobody can approve their own hours: the link is for the client.',
        )
      // The link was sent to this contact for this sheet: that is the role.
      return await contactAs({
        req,
        contactId: actor.person?.kind === 'client-contact' ? actor.person.id : null,
        sheet,
        needsRole: false,
      })
    case 'anonymous':
      return refuseMissing('timesheet')
  }
}

const ownHours = () => refuseRight('Nobody can approve their own hours.')

const contactAs = async ({
  req,
  contactId,
  sheet,
  needsRole,
}: {
  req: PayloadRequest
  contactId: string | null
  sheet: DataFromCollectionSlug<'timesheets'>
  needsRole: boolean
}): Promise<Result<{ name: string }>> => {
  const contact = contactId
    ? await sqlOf(req).first({
        schema: z.object({ name: z.string(), approves: z.boolean(), is_worker: z.boolean() }),
        text: `select trim(concat_ws(' ', k.first_name, k.last_name)) as name,
            (coalesce(k.is_approver, false) or p.approver_id = k.id) as approves,
            coalesce(k.email_normalised = w.email_normalised
              or k.portal_account_id = w.portal_account_id, false) as is_worker
          from client_contacts k
          join placements p on p.id = $3
          join candidates w on w.id = $4
          where k.id = $1 and k.client_id = $2 and k.deleted_at is null`,
        values: [contactId, idOf(sheet.client), idOf(sheet.placement), idOf(sheet.candidate)],
      })
    : null
  if (!contact) return refuseMissing('timesheet')
  if (contact.is_worker) return ownHours()
  return needsRole && !contact.approves
    ? refuseRight('You are not an approver of these hours. Ask your colleague who is.')
    : ok({ name: contact.name })
}

const isWorkersSession = async ({
  req,
  beside,
  sheet,
}: {
  req: PayloadRequest
  beside: Beside | undefined
  sheet: DataFromCollectionSlug<'timesheets'>
}): Promise<boolean> => {
  if (!beside) return false
  const worker = idOf(sheet.candidate)
  if (beside.people.some(({ kind, id }) => kind === 'candidate' && id === worker)) return true
  return beside.email !== null && (await isWorkersEmail({ req, email: beside.email, sheet }))
}

const isWorkersEmail = async ({
  req,
  email,
  sheet,
}: {
  req: PayloadRequest
  email: string
  sheet: DataFromCollectionSlug<'timesheets'>
}): Promise<boolean> => {
  const row = await sqlOf(req).first({
    schema: z.object({ same: z.boolean() }),
    text: `select coalesce(email_normalised = lower($2), false) as same from candidates where id = $1`,
    values: [idOf(sheet.candidate), email.trim()],
  })
  return row?.same ?? false
}
