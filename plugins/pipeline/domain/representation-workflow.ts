import { defineWorkflow } from '#plugins/kernel/domain'

export type RepresentationState =
  | 'asked'
  | 'given'
  | 'refused'
  | 'taken_back'
  | 'expired'
  | 'cancelled'

/** A candidate’s word that the agency, and no other, may show them to one client for one order. */
export const representationWorkflow = defineWorkflow<RepresentationState>({
  name: 'Right to represent',
  collection: 'representations',
  initial: 'asked',
  states: {
    asked: {
      label: 'Asked',
      tone: 'info',
      next: {
        given: { event: 'representation.given', needs: ['answeredAt', 'signedName'] },
        refused: { event: 'representation.refused', needs: ['answeredAt'] },
        expired: { event: 'representation.expired' },
        cancelled: { event: 'representation.cancelled' },
      },
    },
    given: {
      label: 'Given',
      tone: 'good',
      next: {
        taken_back: { event: 'representation.taken-back', needs: ['answeredAt'] },
        expired: { event: 'representation.expired' },
      },
    },
    refused: { label: 'Refused', tone: 'bad', next: {} },
    taken_back: { label: 'Taken back', tone: 'bad', next: {} },
    expired: { label: 'Expired', tone: 'warn', next: {} },
    cancelled: { label: 'No longer asked', tone: 'neutral', next: {} },
  },
})

/** The candidate’s answer is waited for, unless its time is over. */
export const isAskedRepresentation = (state: string): boolean => state === 'asked'

/** The agency may show the candidate, until the day it was given for is over. */
export const isGivenRepresentation = (state: string): boolean => state === 'given'
