import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { databaseNow, defineCommand, lockRecord } from '#plugins/kernel'
import {
  epochMsOf,
  ok,
  refuseInput,
  refuseMissing,
  refuseState,
  type Actor,
} from '#plugins/kernel/domain'
import { isTheClients } from '../access/whose'
import { chosen, optionalText, requiredText } from '../domain/inputs'
import {
  criteriaFor,
  judgeScorecard,
  meanScore,
  recommendations,
  scorecardPurpose,
} from '../domain/scorecard'
import { peopleOfInterview } from '../queries/taken-times'

/**
 * What one of the client's people thought of a candidate. Given once: whoever has given theirs reads
 * the others', and would else bring their own into line.
 */
export const giveScorecard = defineCommand({
  name: 'give-scorecard',
  summary: 'Say after an interview what one thought of the candidate',
  input: z.object({
    interviewId: chosen('an interview'),
    ratings: z
      .array(
        z.object({
          criterion: requiredText({ what: 'what is rated', most: 120 }),
          score: z
            .number('Choose from 1 to 5.')
            .int('Choose from 1 to 5.')
            .min(1, 'Choose from 1 to 5.')
            .max(5, 'Choose from 1 to 5.')
            .nullish()
            .transform((score) => score ?? null),
          words: optionalText(1_000),
        }),
      )
      .max(12, 'At most 12 lines.'),
    recommendation: z.enum(recommendations, 'Choose whether you would take the candidate.'),
    words: optionalText(4_000),
    /** Whose word a colleague notes; that of the contact of the interview when left out. */
    contactId: chosen('a contact').nullish(),
  }),
  allow: {
    staff: 'pipeline.write',
    portal: ['client-contact'],
    link: {
      purpose: scorecardPurpose,
      subject: ({ interviewId }) => ({ kind: 'interview', id: interviewId }),
    },
  },
  run: async ({ input: { interviewId, contactId, ...card }, ctx: { req, payload, actor } }) => {
    const interview = await lockRecord({ req, collection: 'interviews', id: interviewId })
    if (!interview || !isTheClients({ actor, clientId: idOf(interview.client) }))
      return refuseMissing('interview')
    const people = peopleOfInterview(interview).contactIds
    const giverId = giverOf({ actor, wished: contactId ?? null, people })
    if (!giverId) {
      const isStaff = actor.kind === 'staff' || actor.kind === 'system'
      return isStaff
        ? refuseInput({ contactId: 'Choose somebody who was there for the client.' })
        : refuseMissing('interview')
    }
    if (
      !['scheduled', 'done'].includes(interview.state) ||
      epochMsOf(interview.startsAt) > epochMsOf(await databaseNow(req))
    )
      return refuseState({
        code: 'interview-not-held',
        message: 'Scorecards are for interviews that have taken place.',
      })
    const criteria = criteriaFor({
      plan: await planOf({ req, interview }),
      round: interview.round ?? null,
    })
    const judged = judgeScorecard({ criteria, card })
    if (!judged.ok) return judged
    const { totalDocs } = await payload.count({
      collection: 'scorecards',
      where: { interview: { equals: interviewId }, contact: { equals: giverId } },
      req,
      overrideAccess: true,
    })
    if (totalDocs > 0)
      return refuseState({
        code: 'scorecard-given',
        message: 'This scorecard is given already and stays as it is.',
      })
    const { ratings, recommendation, words } = judged.value
    const given = await payload.create({
      collection: 'scorecards',
      data: {
        interview: interviewId,
        contact: giverId,
        candidate: idOf(interview.candidate),
        client: idOf(interview.client),
        jobOrder: idOf(interview.jobOrder),
        ratings: ratings.map((rating) => ({ ...rating })),
        mean: meanScore(ratings),
        recommendation,
        words,
        givenAt: await databaseNow(req),
        takenByName: actor.kind === 'staff' ? actor.name : null,
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok({ scorecardId: given.id, interviewId })
  },
})

/** Whose card it is; null for whoever was not to be there. */
const giverOf = ({
  actor,
  wished,
  people,
}: {
  actor: Actor
  wished: string | null
  people: readonly string[]
}): string | null => {
  const giver =
    actor.kind === 'portal'
      ? actor.contactId
      : actor.kind === 'link'
        ? actor.person?.kind === 'client-contact'
          ? actor.person.id
          : null
        : (wished ?? people[0] ?? null)
  return giver && people.includes(giver) ? giver : null
}

const planOf = async ({
  req,
  interview,
}: {
  req: PayloadRequest
  interview: DataFromCollectionSlug<'interviews'>
}) =>
  (
    await req.payload.findByID({
      collection: 'job-orders',
      id: idOf(interview.jobOrder),
      depth: 0,
      req,
      overrideAccess: true,
    })
  ).interviewPlan ?? []
