import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok, refuseMissing, refuseState, type Actor } from '#plugins/kernel/domain'
import { onePerson, personOf } from '../domain/privacy'
import { holdsOn } from '../queries/holds-on'
import { lockPerson } from './erase-person'

export const placeLegalHold = defineCommand({
  name: 'place-legal-hold',
  summary: 'Keep a candidate or contact from being erased, and say why',
  input: onePerson.and(
    z.object({
      reason: z.string().trim().min(5, 'Say why, with the case or the authority.').max(300),
    }),
  ),
  example: {
    candidateId: '0190a000-0000-7000-8000-000000000001',
    reason: 'A claim about hours is before the court.',
  },
  allow: { staff: 'privacy.manage' },
  run: async ({ input, ctx: { req, actor, payload } }) => {
    const person = personOf(input)
    const found = await lockPerson({ req, person })
    if (!found) return refuseMissing(person.kind === 'candidate' ? 'candidate' : 'contact')
    if (found.isErased)
      return refuseState({
        code: 'already-erased',
        message: 'This person was erased: there is nothing left to hold.',
      })
    if ((await holdsOn({ req, person })).some(({ reason }) => reason === input.reason))
      return refuseState({
        code: 'already-held',
        message: 'A hold for this reason stands already.',
      })
    const hold = await payload.create({
      collection: 'legal-holds',
      data: {
        candidate: person.kind === 'candidate' ? person.id : null,
        contact: person.kind === 'client-contact' ? person.id : null,
        reason: input.reason,
        placedByName: nameOf(actor),
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok({ legalHoldId: hold.id })
  },
})

export const nameOf = (actor: Actor): string => (actor.kind === 'staff' ? actor.name : 'The system')
