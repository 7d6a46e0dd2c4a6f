import { defineWorkflow } from '#plugins/kernel/domain'

export type OfferState =
  | 'draft'
  | 'awaiting_approval'
  | 'not_approved'
  | 'extended'
  | 'countered'
  | 'accepted'
  | 'declined'
  | 'withdrawn'
  | 'expired'
  | 'superseded'

/** Terms put to a candidate; new terms are a new version that supersedes this one. */
export const offerWorkflow = defineWorkflow<OfferState>({
  name: 'Offer',
  collection: 'offers',
  initial: 'draft',
  states: {
    draft: {
      label: 'Draft',
      tone: 'neutral',
      next: {
        awaiting_approval: { event: 'offer.approval-asked', needs: ['startsOn'] },
        extended: { event: 'offer.extended', needs: ['startsOn', 'extendedAt', 'expiresAt'] },
        withdrawn: { event: 'offer.withdrawn', needsReason: true },
      },
    },
    awaiting_approval: {
      label: 'Waits for approval',
      tone: 'warn',
      next: {
        extended: { event: 'offer.extended', needs: ['startsOn', 'extendedAt', 'expiresAt'] },
        not_approved: { event: 'offer.not-approved', needsReason: true },
        withdrawn: { event: 'offer.withdrawn', needsReason: true },
        superseded: { event: 'offer.superseded' },
      },
    },
    not_approved: { label: 'Not approved', tone: 'bad', next: {} },
    extended: {
      label: 'Extended',
      tone: 'info',
      next: {
        accepted: { event: 'offer.accepted' },
        declined: { event: 'offer.declined' },
        countered: { event: 'offer.countered' },
        withdrawn: { event: 'offer.withdrawn', needsReason: true },
        expired: { event: 'offer.expired' },
        superseded: { event: 'offer.superseded' },
      },
    },
    countered: {
      label: 'Other terms wished',
      tone: 'warn',
      next: {
        declined: { event: 'offer.declined' },
        withdrawn: { event: 'offer.withdrawn', needsReason: true },
        superseded: { event: 'offer.superseded' },
      },
    },
    accepted: {
      label: 'Accepted',
      tone: 'good',
      next: {
        withdrawn: { event: 'offer.withdrawn', needsReason: true },
        superseded: { event: 'offer.superseded' },
      },
    },
    declined: { label: 'Declined', tone: 'bad', next: {} },
    withdrawn: { label: 'Withdrawn', tone: 'neutral', next: {} },
    expired: { label: 'Expired', tone: 'warn', next: {} },
    superseded: { label: 'Superseded', tone: 'neutral', next: {} },
  },
})

/** The candidate's answer is waited for, unless its time is over. */
export const isExtendedOffer = (state: string): boolean => state === 'extended'

/** A new version takes its place, and leaving the race takes it back. */
export const standingOfferStates = [
  'awaiting_approval',
  'extended',
  'countered',
  'accepted',
] as const satisfies readonly OfferState[]

export const isCounteredOffer = (state: string): boolean => state === 'countered'

export const isAcceptedOffer = (state: string): boolean => state === 'accepted'
