import type { InvoiceForClient } from '#plugins/billing'
import type { Tone } from '#themes/contract'

export type PaymentNotice = {
  tone: Tone
  title: string
  text: string
  /** The books do not know yet; the page asks again. */
  isWaiting: boolean
}

/**
 * What to say about money under way. Only the books say what is paid: somebody who comes back from
 * the payment page sees that it is being booked until it is.
 */
export const paymentNotice = ({
  invoice: { state, payment, isOpen },
  cameBack,
}: {
  invoice: Pick<InvoiceForClient, 'state' | 'payment' | 'isOpen'>
  cameBack: boolean
}): PaymentNotice | null => {
  if (state === 'paid')
    return {
      tone: 'good',
      title: 'This invoice is paid',
      text: 'Thank you. The receipt comes by e-mail.',
      isWaiting: false,
    }
  if (!isOpen) return null
  if (payment === 'processing')
    return {
      tone: 'info',
      title: 'Your bank is working on it',
      text: 'The payment was started. With some banks it takes days; we write to you when it is here.',
      isWaiting: true,
    }
  if (payment === 'failed')
    return {
      tone: 'warn',
      title: 'The last payment did not go through',
      text: 'No money was taken. Please try again, or pay by bank transfer.',
      isWaiting: false,
    }
  if (cameBack && (payment === 'open' || payment === 'paid'))
    return {
      tone: 'info',
      title: 'We are booking your payment',
      text: 'This takes a few seconds. You can close this page; the receipt comes by e-mail.',
      isWaiting: true,
    }
  return null
}
