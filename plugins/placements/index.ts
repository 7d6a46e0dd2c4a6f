import type { Plugin } from 'payload'

import { contribute } from '#plugins/kernel'
import { PlacementTerms } from './collections/placement-terms'
import { Placements } from './collections/placements'
import { ReadinessItems } from './collections/readiness-items'
import { cancelPlacement } from './commands/cancel-placement'
import { changePlacementTerms } from './commands/change-placement-terms'
import { confirmPlacement } from './commands/confirm-placement'
import { endPlacement } from './commands/end-placement'
import { keepWorkersKnown } from './commands/keep-workers-known'
import { placeCandidate } from './commands/place-candidate'
import { startPlacement } from './commands/start-placement'
import { verifyReadinessItem } from './commands/verify-readiness-item'
import { waiveReadinessItem } from './commands/waive-readiness-item'
import { personalData } from './database/personal-data'
import { placementWorkflow } from './domain/placement-workflow'
import { readinessWorkflow } from './domain/readiness-workflow'
import { endDuePlacements } from './jobs/end-due-placements'
import { moveDuePlacements } from './jobs/move-due-placements'
import { renderAssignmentLetter } from './jobs/render-assignment-letter'
import { followPlacement } from './reactions/follow-placement'
import { requestAssignmentLetter } from './reactions/request-assignment-letter'

export { candidateInReach, clientInReach } from './access/whose'
export { cancelPlacement } from './commands/cancel-placement'
export { changePlacementTerms } from './commands/change-placement-terms'
export { confirmPlacement } from './commands/confirm-placement'
export { endPlacement } from './commands/end-placement'
export { placeCandidate } from './commands/place-candidate'
export { startPlacement } from './commands/start-placement'
export { verifyReadinessItem } from './commands/verify-readiness-item'
export { waiveReadinessItem } from './commands/waive-readiness-item'
export { reachableApproverOf } from './queries/approver-of-placement'
export { placementForCandidate } from './queries/placement-for-candidate'
export { placementsOfCandidate, type CandidatePlacement } from './queries/placements-of-candidate'
export { placementsOfClient, type ClientPlacement } from './queries/placements-of-client'
export { termsOfPlacement, type PlacementTermsVersion } from './queries/terms-of-placement'
export { zoneOfPlacement, zonesOfPlacement } from './queries/zone-of-placement'

/** Filled openings: who works where on which terms, from confirmation to the last day. */
export const placementsPlugin = (): Plugin => (config) =>
  contribute({
    config: {
      ...config,
      collections: [...(config.collections ?? []), Placements, PlacementTerms, ReadinessItems],
    },
    contribution: {
      plugin: 'placements',
      personalData,
      guards: [keepWorkersKnown],
      owners: [
        { key: 'placements', label: 'Placements', collection: 'placements', field: 'owner' },
      ],
      workflows: [placementWorkflow, readinessWorkflow],
      events: [
        {
          name: 'placement.created',
          summary: 'A candidate was placed: one opening is filled.',
        },
        {
          name: 'placement.letter-written',
          summary: 'The assignment letter lies in the documents of the candidate.',
        },
        {
          name: 'submission.order-filled',
          summary: 'The last opening was filled while this submission was still in the running.',
        },
      ],
      commands: [
        placeCandidate,
        confirmPlacement,
        verifyReadinessItem,
        waiveReadinessItem,
        startPlacement,
        endPlacement,
        cancelPlacement,
        changePlacementTerms,
      ],
      reactions: [requestAssignmentLetter, followPlacement],
      jobs: [renderAssignmentLetter, endDuePlacements, moveDuePlacements],
      links: [
        {
          purpose: 'placement.letter',
          label: 'See the placement and its assignment letter',
          path: ({ id }) => `/portal/placements/${id}`,
          lifetimeDays: 60,
          spentByAct: false,
        },
      ],
      searches: [
        {
          kind: 'placement',
          plural: 'Placements',
          title: ['candidate', 'title'],
          detail: ['ref', 'client'],
        },
      ],
      subjects: {
        placement: { collection: 'placements', label: 'Placement' },
        'placement-terms': { collection: 'placement-terms', label: 'Terms' },
        'readiness-item': { collection: 'readiness-items', label: 'Readiness item' },
      },
    },
  })
