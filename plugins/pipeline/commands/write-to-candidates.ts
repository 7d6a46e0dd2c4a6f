import { z } from 'zod'

import { refusalByConsent } from '#plugins/crm'
import { canBePutForward, idOf } from '#plugins/crm/domain'
import { defineCommand, publish } from '#plugins/kernel'
import { ok, refuseInput, refuseState } from '#plugins/kernel/domain'
import { renderMessage, templateProblems } from '#plugins/work/domain'
import { candidateLetterFields, whyNotWrittenTo } from '../domain/candidate-letter'
import { chosenSubmissions, requiredText } from '../domain/inputs'
import { eachSubmission } from './each-submission'

/**
 * A letter to candidates of the board, each with their own name and order in it. Whoever must not be
 * written to is left out, and the sender is told why.
 */
export const writeToCandidates = defineCommand({
  name: 'write-to-candidates',
  summary: 'Write a mail to several candidates; each who must not be written to is named',
  input: z.object({
    submissionIds: chosenSubmissions,
    subject: requiredText({ what: 'the subject', most: 200 }),
    text: requiredText({ what: 'the text', most: 5_000 }),
    isPreview: z.boolean().default(false),
  }),
  allow: { staff: 'pipeline.write' },
  rate: { limit: 60, windowSeconds: 3_600 },
  run: async ({ input, ctx: { req, payload, actor } }) => {
    const template = { subject: input.subject, opening: input.text, ending: '', button: '' }
    const { subject, opening } = templateProblems({ template, fields: candidateLetterFields })
    if (subject || opening)
      return refuseInput({ ...(subject ? { subject } : {}), ...(opening ? { text: opening } : {}) })
    return ok(
      await eachSubmission({
        req,
        submissionIds: input.submissionIds,
        isPreview: input.isPreview,
        act: async ({ submission, order }) => {
          const candidateId = idOf(submission.candidate)
          const candidate = await payload.findByID({
            collection: 'candidates',
            id: candidateId,
            depth: 0,
            req,
            overrideAccess: true,
          })
          const why = whyNotWrittenTo({
            isBarred: !canBePutForward(candidate.state),
            isSilenced: candidate.doNotContact === true,
            hasAddress: Boolean(candidate.email),
            hasTakenBackConsent: (await refusalByConsent({ req, candidateId })) !== null,
          })
          if (why) return refuseState({ code: 'not-written-to', message: why })
          const words = renderMessage({
            template,
            fields: candidateLetterFields,
            values: {
              'reader.firstName': candidate.firstName,
              'reader.name': `${candidate.firstName} ${candidate.lastName}`,
              'order.title': order.title,
              'order.ref': order.ref,
            },
          })
          const message = await payload.create({
            collection: 'candidate-messages',
            data: {
              subject: words.subject,
              text: words.opening,
              author: actor.kind === 'staff' ? actor.id : idOf(order.owner),
              candidate: candidateId,
              submission: submission.id,
              jobOrder: order.id,
            },
            req,
            overrideAccess: true,
            depth: 0,
          })
          await publish({
            req,
            event: {
              name: 'candidate-message.sent',
              subject: { kind: 'submission', id: submission.id },
              person: { kind: 'candidate', id: candidateId },
              clientId: idOf(order.client),
              orderId: order.id,
              changes: { message: message.id, text: null },
              personal: { text: [null, words.opening] },
            },
          })
          return ok(message.id)
        },
      }),
    )
  },
})
