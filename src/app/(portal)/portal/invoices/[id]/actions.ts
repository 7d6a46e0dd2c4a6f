'use server'

import { startInvoiceCheckout } from '#plugins/billing'
import { consume } from '#plugins/kernel'
import { isUuid, refuseMissing } from '#plugins/kernel/domain'
import { refusedForm, type FormState } from '../../../../shared/form-state'
import { becomeActorFor, newVisit } from '../../../../shared/visit'

/**
 * Opens the payment page of an invoice. Its address goes back into the form rather than into a
 * redirect, which the page's own policy would stop: a form may lead to this host only.
 */
export const payInvoiceByCard = async (
  invoiceId: string,
  _state: FormState,
): Promise<FormState> => {
  const visit = await newVisit()
  if (!isUuid(invoiceId))
    return refusedForm({ values: {}, failure: refuseMissing('invoice').failure })
  const actor = await becomeActorFor({
    visit,
    purpose: 'invoice.pay',
    subject: { kind: 'invoice', id: invoiceId },
  })
  const allowance = await consume({
    payload: visit.payload,
    bucket: 'portal-checkout',
    key: actor.kind === 'anonymous' ? visit.address : actor.id,
    limit: 30,
    windowSeconds: 600,
  })
  if (!allowance.allowed)
    return refusedForm({
      values: {},
      failure: {
        kind: 'limit',
        code: 'too-many',
        message: 'That was often. Please try again in some minutes.',
      },
    })
  const started = await startInvoiceCheckout({ req: visit.req, invoiceId })
  return started.ok
    ? { status: 'done', values: { url: started.value.url }, errors: {}, message: null }
    : refusedForm({ values: {}, failure: started.failure })
}
