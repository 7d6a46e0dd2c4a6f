import { recordActions } from '#plugins/kernel/admin/server'
import { isAcceptable } from '../domain'

/** What a person does about money that did not come as asked, or that is disputed. */
export const PaymentActions = recordActions({
  collection: 'payments',
  actionsFor: ({ record, id }) => {
    const isParked = record.state === 'needs_review'
    const reason = (label: string) => ({
      name: 'reason',
      label,
      type: 'textarea' as const,
      isRequired: true,
    })
    return [
      isParked &&
        isAcceptable({ reviewReason: record.reviewReason ?? null }) && {
          command: 'review-payment',
          label: 'Accept…',
          input: { paymentId: id, decision: 'accept' },
          text: 'The money is ours: it is booked and can settle an invoice.',
          fields: [reason('What was found out')],
          tone: 'primary',
          done: 'Accepted.',
        },
      isParked && {
        command: 'review-payment',
        label: 'Set aside…',
        input: { paymentId: id, decision: 'reject' },
        text: 'The money was given back, or was never real. It settles nothing.',
        fields: [reason('What was found out')],
        tone: 'danger',
        done: 'Set aside.',
      },
      Boolean(record.notice) && {
        command: 'close-payment-notice',
        label: 'Dealt with…',
        input: { paymentId: id },
        text: `${record.notice}. Decide it at the payment service, correct the invoice here, and note what was done.`,
        fields: [reason('What was done')],
        tone: 'primary',
        done: 'Noted.',
      },
    ]
  },
})
