import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { addClient, addContact, addWorkLocation } from '#plugins/crm'
import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord, moveRecord, revokeLinks } from '#plugins/kernel'
import {
  currencyCode,
  type CurrencyCode,
  judgeMove,
  ok,
  refuseInput,
  refuseMissing,
  stateFrom,
  type Result,
} from '#plugins/kernel/domain'
import {
  chosen,
  openingsCount,
  requiredText,
  templatedTermsInput,
  zoneName,
} from '../domain/inputs'
import { orderRequestWorkflow } from '../domain/order-request-workflow'
import { fillFromTemplate } from './fill-from-template'
import { takeRoute } from './take-route'
import { writeOrder } from './write-order'

/**
 * Makes the order of a request. Client, contact and work location are taken where they are known,
 * chosen, or created from what the request says, all in one transaction.
 */
export const convertOrderRequest = defineCommand({
  name: 'convert-order-request',
  summary: 'Turn a request for staff into a job order',
  input: templatedTermsInput.extend({
    requestId: chosen('a request'),
    openingsCount: openingsCount.optional(),
    /** Without one: the client of the recognised contact, else a new one named as in the request. */
    clientId: chosen('a client').nullish(),
    contactId: chosen('a contact').nullish(),
    newWorkLocation: z
      .object({
        name: requiredText({ what: 'the name of the place', most: 160 }),
        zone: zoneName,
        line1: z.string().trim().max(200).nullish(),
        postalCode: z.string().trim().max(20).nullish(),
        city: z.string().trim().max(100).nullish(),
        region: z.string().trim().max(100).nullish(),
        country: z
          .string()
          .regex(/^[A-Z]{2}$/, 'Two letters: GB, US.')
          .default('US'),
        jurisdiction: z
          .string()
          .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'Country or country and region: GB, US-CA.')
          .nullish(),
      })
      .nullish(),
  }),
  allow: { staff: 'requests.write' },
  run: async ({ input: given, ctx: { req, actor } }) => {
    const request = await lockRecord({
      req,
      collection: 'order-requests',
      id: given.requestId,
    })
    if (!request) return refuseMissing('request')
    const judged = judgeConversion(request)
    if (!judged.ok) return judged
    // The words of the request count for more than those of a template.
    const filled = await fillFromTemplate({
      req,
      input: { ...given, title: given.title ?? request.jobTitle },
    })
    if (!filled.ok) return filled
    const input = filled.value
    const route = input.ownerId
      ? null
      : await takeRoute({
          req,
          work: {
            title: input.title ?? request.jobTitle,
            category: input.category,
            employmentType: input.employmentType,
            language: input.language ?? null,
            clientId: input.clientId ?? idOf(request.client),
            workLocationId: input.workLocationId ?? null,
            placeText: request.workLocation ?? null,
          },
        })
    const ownerId =
      input.ownerId ?? route?.ownerId ?? (actor.kind === 'staff' ? actor.id : idOf(request.owner))
    if (!ownerId) return refuseInput({ ownerId: 'Choose who owns the order.' })
    const parties = await partiesOf({ req, request, input, ownerId })
    if (!parties.ok) return parties
    const { clientId, contactId } = parties.value
    const workLocationId = input.newWorkLocation
      ? await addWorkLocation({ req, location: { ...input.newWorkLocation, clientId } })
      : (input.workLocationId ?? null)
    const written = await writeOrder({
      req,
      order: {
        ...input,
        currency: input.currency ?? currencyCode.parse(request.currency),
        title: input.title ?? request.jobTitle,
        openingsCount: input.openingsCount ?? request.openingsCount,
        startsOn: input.startsOn ?? request.startsOn ?? null,
        endsOn: input.endsOn ?? request.endsOn ?? null,
        clientId,
        contactId,
        ownerId,
        workLocationId,
        requestId: request.id,
        route,
      },
    })
    if (!written.ok) return written
    const moved = await moveRecord({
      req,
      collection: 'order-requests',
      id: request.id,
      to: 'converted',
      data: { jobOrder: written.value.id, client: clientId, contact: contactId },
      what: 'request',
    })
    if (!moved.ok) return moved
    await revokeLinks({
      req,
      purpose: 'order-request.answer',
      subject: { kind: 'order-request', id: request.id },
    })
    return ok({
      requestId: request.id,
      jobOrderId: written.value.id,
      ref: written.value.ref ?? '',
      clientId,
      contactId,
    })
  },
})

/** Said before anything is created: a second conversion must not leave a second client behind. */
const judgeConversion = (request: DataFromCollectionSlug<'order-requests'>) => {
  const from = stateFrom({ workflow: orderRequestWorkflow, value: request.state })
  if (!from) throw new Error(`The request ${request.id} has no known state.`)
  const filled = { jobOrder: 'new', client: 'known', contact: 'known' }
  return from === 'converted'
    ? judgeMove({ workflow: orderRequestWorkflow, from, to: 'received', record: filled })
    : judgeMove({ workflow: orderRequestWorkflow, from, to: 'converted', record: filled })
}

const partiesOf = async ({
  req,
  request,
  input,
  ownerId,
}: {
  req: PayloadRequest
  request: DataFromCollectionSlug<'order-requests'>
  input: {
    clientId?: string | null | undefined
    contactId?: string | null | undefined
    currency?: CurrencyCode | undefined
  }
  ownerId: string
}): Promise<Result<{ clientId: string; contactId: string }>> => {
  const knownClient = idOf(request.client)
  const clientId =
    input.clientId ??
    knownClient ??
    (await addClient({
      req,
      client: { name: request.company, ownerId, currency: input.currency ?? request.currency },
    }))
  if (input.contactId) return ok({ clientId, contactId: input.contactId })
  const knownContact = idOf(request.contact)
  if (knownContact && clientId === knownClient) return ok({ clientId, contactId: knownContact })
  const contact = await addContact({
    req,
    contact: {
      clientId,
      name: request.contactName,
      email: request.email,
      phone: request.phone ?? null,
    },
  })
  return contact.ok ? ok({ clientId, contactId: contact.value }) : contact
}
