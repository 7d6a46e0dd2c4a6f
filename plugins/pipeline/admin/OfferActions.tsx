import { recordActions } from '#plugins/kernel/admin/server'
import { minorDigitsOf } from '#plugins/kernel/domain'
import { declineReasonOptions } from '../domain/offer-terms'
import { standingOfferStates } from '../domain/offer-workflow'
import { boardOrder } from './board-order'
import { offerAction } from './board-actions'

export const OfferActions = recordActions({
  collection: 'offers',
  actionsFor: async ({ record, id, payload, user }) => {
    const orderId = typeof record.jobOrder === 'string' ? record.jobOrder : record.jobOrder.id
    const order = await boardOrder({ payload, user, orderId })
    const submissionId =
      typeof record.submission === 'string' ? record.submission : record.submission.id
    const madeBy =
      record.madeBy && typeof record.madeBy === 'object' ? record.madeBy.id : record.madeBy
    return [
      record.state === 'awaiting_approval' &&
        madeBy !== user?.id && {
          command: 'approve-offer',
          label: 'Approve…',
          input: { offerId: id, answer: 'approve' },
          text: 'The offer goes to the candidate at once.',
          fields: [{ name: 'note', label: 'Note', type: 'textarea' }],
          tone: 'primary',
          done: 'Approved. The offer is on its way.',
        },
      record.state === 'awaiting_approval' &&
        madeBy !== user?.id && {
          command: 'approve-offer',
          label: 'Do not approve…',
          input: { offerId: id, answer: 'refuse' },
          text: 'Whoever made it is told why, and may make another one.',
          fields: [{ name: 'note', label: 'Why', type: 'textarea', isRequired: true }],
          tone: 'danger',
          done: 'Not approved.',
        },
      record.state === 'countered' &&
        order !== null && {
          ...offerAction({ order, submissionId, wish: record }),
          label: 'Answer with a new offer…',
        },
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
        label: 'Candidate wishes other terms…',
        input: { offerId: id, answer: 'counter' },
        text: 'For a candidate who says so on the phone. You answer with a new version of the offer.',
        fields: [
          record.salaryMinor
            ? {
                name: 'wish.salaryMinor',
                label: 'Salary per year',
                type: 'amount',
                scale: minorDigitsOf(record.currency),
                unit: record.currency,
              }
            : {
                name: 'wish.payRateE4',
                label: 'Pay per hour',
                type: 'amount',
                scale: 4,
                unit: record.currency,
              },
          { name: 'wish.startsOn', label: 'Start', type: 'day' },
          { name: 'reason', label: 'In words', type: 'textarea' },
        ],
        done: 'Noted.',
      },
      (record.state === 'extended' || record.state === 'countered') && {
        command: 'answer-offer',
        label: 'Candidate declines…',
        input: { offerId: id, answer: 'decline' },
        text: 'For a candidate who declines on the phone.',
        fields: [
          {
            name: 'declineCode',
            label: 'Because of',
            type: 'select',
            isRequired: true,
            options: declineReasonOptions,
          },
          { name: 'reason', label: 'In words', type: 'textarea' },
        ],
        done: 'Declined.',
      },
      ['draft', ...standingOfferStates].includes(record.state) && {
        command: 'withdraw-offer',
        label: 'Withdraw…',
        input: { offerId: id },
        text: 'The candidate’s link no longer opens.',
        fields: [{ name: 'reason', label: 'Reason', type: 'textarea', isRequired: true }],
        tone: 'danger',
        done: 'Withdrawn.',
      },
    ]
  },
})
