import { z } from 'zod'

import { defineCommand, lockRecord, todayAt } from '#plugins/kernel'
import { calendarDay, ok, refuseInput, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { clientBlockSources } from '../domain/client-block'
import { standingBlock } from '../queries/standing-block'
import { nameOf } from './place-legal-hold'

/** Where on earth a day ends last. */
const lastZone = 'Etc/GMT+12'

export const blockForClient = defineCommand({
  name: 'block-for-client',
  summary: 'Note that a candidate is not to be sent to a client, by whose wish and why',
  input: z.object({
    candidateId: z.uuid('Choose a candidate.'),
    clientId: z.uuid('Choose a client.'),
    wantedBy: z.enum(clientBlockSources, 'Choose whose wish it is.'),
    reason: z.string('Say why.').trim().min(3, 'Say why.').max(300, 'At most 300 characters.'),
    /** The last day on which it stands; without one it stands until somebody ends it. */
    until: calendarDay.nullish(),
  }),
  example: {
    candidateId: '0190a000-0000-7000-8000-000000000001',
    clientId: '0190a000-0000-7000-8000-000000000002',
    wantedBy: 'client',
    reason: 'Left a shift without a word.',
  },
  allow: { staff: 'candidates.write' },
  run: async ({ input, ctx: { req, actor, payload } }) => {
    const { candidateId, clientId, wantedBy, reason, until = null } = input
    const client = await payload.findByID({
      collection: 'client-corporations',
      id: clientId,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
    if (!client) return refuseMissing('client')
    const candidate = await lockRecord({ req, collection: 'candidates', id: candidateId })
    if (!candidate) return refuseMissing('candidate')
    if (until && until < (await todayAt({ req, zone: lastZone })))
      return refuseInput({ until: 'This day has passed. Choose a later one, or none.' })
    const standing = await standingBlock({ req, candidateId, clientId })
    if (standing?.wantedBy === wantedBy)
      return refuseState({
        code: 'already-blocked',
        message: `A block by the same side stands already, noted by ${standing.placedByName}. End it first to change it.`,
      })
    const block = await payload.create({
      collection: 'client-blocks',
      data: {
        candidate: candidateId,
        client: clientId,
        wantedBy,
        reason,
        until,
        placedByName: nameOf(actor),
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok({ clientBlockId: block.id })
  },
})
