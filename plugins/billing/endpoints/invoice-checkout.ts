import { parseCookies, type Endpoint, type PayloadRequest } from 'payload'

import {
  requestIdOf,
  actorOf,
  clientAddressOf,
  consume,
  isSameOrigin,
  linkActorFor,
  linkCookieName,
  respondFailure,
} from '#plugins/kernel'
import { isUuid } from '#plugins/kernel/domain'
import { invoicePayPurpose, startInvoiceCheckout } from '../commands/pay-invoice'
import type { BillingOptions } from '../options'
import { invoiceForClient } from '../queries/invoice-for-client'

const rate = { limit: 30, windowSeconds: 600 }

/** `POST /api/checkout/invoices/:id` opens the payment page of an invoice and answers its address. */
export const startCheckoutEndpoint = (options: BillingOptions): Endpoint => ({
  path: '/checkout/invoices/:id',
  method: 'post',
  handler: async (req) => {
    if (
      !isSameOrigin({ headers: req.headers, allowedOrigins: [options.adminUrl, options.siteUrl] })
    )
      return respondFailure({
        failure: {
          kind: 'right',
          code: 'other-origin',
          message: 'This request came from another site.',
        },
      })
    const invoiceId = invoiceIdOf(req)
    await becomeLinkActor({ req, invoiceId })
    const actor = actorOf(req)
    const address = clientAddressOf({ headers: req.headers, trustedHops: options.trustedHops })
    const allowance = await consume({
      payload: req.payload,
      bucket: 'checkout:invoice',
      key: actor.kind === 'anonymous' ? address : actor.id,
      ...rate,
    })
    if (!allowance.allowed)
      return respondFailure({
        failure: {
          kind: 'limit',
          code: 'too-many',
          message: `Too many tries. Please wait ${allowance.retryAfterSeconds} seconds.`,
          retryAfterSeconds: allowance.retryAfterSeconds,
        },
      })
    req.context.requestId = requestIdOf(req)
    const started = await startInvoiceCheckout({ req, invoiceId })
    return started.ok ? answer(started.value) : respondFailure({ failure: started.failure })
  },
})

/** `GET /api/checkout/invoices/:id`: how far the payment is, for the page that waits. Reads only. */
export const checkoutStatusEndpoint: Endpoint = {
  path: '/checkout/invoices/:id',
  method: 'get',
  handler: async (req) => {
    const invoiceId = invoiceIdOf(req)
    await becomeLinkActor({ req, invoiceId })
    const found = await invoiceForClient({ req, invoiceId })
    if (!found.ok) return respondFailure({ failure: found.failure })
    const { state, openMinor, paidMinor, payment } = found.value
    return answer({ state, openMinor, paidMinor, payment })
  },
}

const invoiceIdOf = ({ routeParams }: PayloadRequest): string =>
  typeof routeParams?.id === 'string' ? routeParams.id : ''

/** Whoever has no session may hold the opened link of exactly this invoice. */
const becomeLinkActor = async ({
  req,
  invoiceId,
}: {
  req: PayloadRequest
  invoiceId: string
}): Promise<void> => {
  if (actorOf(req).kind === 'staff' || !isUuid(invoiceId)) return
  const cookies = parseCookies(req.headers)
  const actor = await linkActorFor({
    req,
    cookie: cookies.get(linkCookieName(true)) ?? cookies.get(linkCookieName(false)),
    purpose: invoicePayPurpose,
    subject: { kind: 'invoice', id: invoiceId },
  })
  if (actor) req.context.actor = actor
}

const answer = (result: object): Response =>
  Response.json({ result }, { headers: { 'Cache-Control': 'no-store' } })
