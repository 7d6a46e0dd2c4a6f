import { recordActions } from '#plugins/kernel/admin/server'

export const OfferActions = recordActions({
  collection: 'offers',
  actionsFor: ({ record, id }) => [
    record.state === 'extended' && {
      command: 'answer-offer',
      label: 'Candidate accepts…',
      input: { offerId: id, answer: 'accept' },
      text: 'For a candidate who accepts on the phone. Their link is spent by it.',
      tone: 'primary',
      done: 'Accepted.',
    },
    record.state === 'extended' && {
      command: 'answer-offer',
      label: 'Candidate declines…',
      input: { offerId: id, answer: 'decline' },
      text: 'For a candidate who declines on the phone.',
      fields: [{ name: 'reason', label: 'Reason', type: 'textarea' }],
      done: 'Declined.',
    },
    ['draft', 'extended', 'accepted'].includes(record.state) && {
      command: 'withdraw-offer',
      label: 'Withdraw…',
      input: { offerId: id },
      text: 'The candidate’s link no longer opens.',
      fields: [{ name: 'reason', label: 'Reason', type: 'textarea', isRequired: true }],
      tone: 'danger',
      done: 'Withdrawn.',
    },
  ],
})
