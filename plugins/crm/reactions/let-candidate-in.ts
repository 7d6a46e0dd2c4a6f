import { portalAccountKind } from '#plugins/agency/domain'
import { defineReaction, publish, runCommand } from '#plugins/kernel'
import { grantPortalAccess } from '../commands/grant-portal-access'

/** Makes the login of a candidate who asked for their first link, then has the link sent. */
export const letCandidateIn = defineReaction({
  name: 'let-candidate-in',
  on: ['portal-access.requested'],
  run: async ({ req, event }) => {
    const granted = await runCommand({
      command: grantPortalAccess,
      req,
      input: { candidateId: event.subject.id },
    })
    if (!granted.ok) {
      req.payload.logger.info({
        msg: 'A candidate was not let in to the portal',
        candidateId: event.subject.id,
        code: granted.failure.code,
      })
      return
    }
    await publish({
      req,
      event: {
        name: 'portal-link.requested',
        subject: { kind: portalAccountKind, id: granted.value.portalAccountId },
        person:
          event.subject.kind === 'candidate' ? { kind: 'candidate', id: event.subject.id } : null,
      },
    })
  },
})
