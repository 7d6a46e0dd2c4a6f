import { defineWorkflow } from '#plugins/kernel/domain'

export type OfferState =
  | 'draft'
  | 'extended'
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
        extended: { event: 'offer.extended', needs: ['startsOn', 'extendedAt', 'expiresAt'] },
        withdrawn: { event: 'offer.withdrawn', needsReason: true },
      },
    },
    extended: {
      label: 'Extended',
      tone: 'info',
      next: {
        accepted: { event: 'offer.accepted' },
        declined: { event: 'offer.declined' },
        withdrawn: { event: 'offer.withdrawn', needsReason: true },
        expired: { event: 'offer.expired' },
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

export const isAcceptedOffer = (state: string): boolean => state === 'accepted'
