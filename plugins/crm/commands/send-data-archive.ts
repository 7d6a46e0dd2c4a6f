import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { defineCommand, sqlOf } from '#plugins/kernel'
import { ok, refuseMissing, refuseState, type Actor, type PersonRef } from '#plugins/kernel/domain'
import { onePerson, personOf } from '../domain/privacy'
import { lockPerson } from './erase-person'

export const sendDataArchive = defineCommand({
  name: 'send-data-archive',
  summary: 'Send a person a link to a copy of everything that is kept of them',
  input: onePerson,
  example: { candidateId: '0190a000-0000-7000-8000-000000000001' },
  allow: { staff: 'privacy.manage', portal: ['candidate', 'client-contact'] },
  rate: { limit: 20, windowSeconds: 3_600 },
  run: async ({ input, ctx: { req, actor, payload } }) => {
    const person = personOf(input)
    if (!isTheirs({ actor, person })) return refuseMissing('person')
    const found = await lockPerson({ req, person })
    if (!found) return refuseMissing('person')
    if (found.isErased)
      return refuseState({ code: 'already-erased', message: 'This person was erased.' })
    if (!(await hasAddress({ req, person })))
      return refuseState({
        code: 'no-address',
        message: 'There is no e-mail to send the link to. Add the e-mail of the person first.',
      })
    const archive = await payload.create({
      collection: 'data-archives',
      data: {
        candidate: person.kind === 'candidate' ? person.id : null,
        contact: person.kind === 'client-contact' ? person.id : null,
        askedByName: actor.kind === 'staff' ? actor.name : 'The person',
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok({ dataArchiveId: archive.id })
  },
})

const isTheirs = ({ actor, person }: { actor: Actor; person: PersonRef }): boolean =>
  actor.kind !== 'portal' ||
  (person.kind === 'candidate' ? actor.candidateId : actor.contactId) === person.id

const hasAddress = async ({
  req,
  person,
}: {
  req: PayloadRequest
  person: PersonRef
}): Promise<boolean> => {
  const row = await sqlOf(req).first({
    schema: z.object({ email: z.string().nullable() }),
    text: `select email from ${person.kind === 'candidate' ? 'candidates' : 'client_contacts'}
      where id = $1 and deleted_at is null`,
    values: [person.id],
  })
  return Boolean(row?.email)
}
