import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { idOf } from '#plugins/crm/domain'
import { registryOf } from '#plugins/kernel'
import {
  nextStatesOf,
  ok,
  refuseInput,
  refuseMissing,
  refuseState,
  stateFrom,
  type Failure,
  type Result,
} from '#plugins/kernel/domain'
import type { PlaceWish } from '../domain/place-wish'

export type Parties = {
  candidate: DataFromCollectionSlug<'candidates'>
  client: DataFromCollectionSlug<'client-corporations'>
  legalEntity: DataFromCollectionSlug<'legal-entities'>
  workLocation: DataFromCollectionSlug<'work-locations'> | null
  rateCard: DataFromCollectionSlug<'rate-cards'> | null
  approverId: string | null
}

/** Everybody a placement names. Refuses a blocked candidate, a stopped client and strangers. */
export const findParties = async ({
  req,
  order,
  candidateId,
  wish,
}: {
  req: PayloadRequest
  order: DataFromCollectionSlug<'job-orders'>
  candidateId: string
  wish: PlaceWish
}): Promise<Result<Parties>> => {
  const options = { depth: 0, req, disableErrors: true } as const
  const { payload } = req
  const clientId = idOf(order.client)
  const candidate = await payload.findByID({
    collection: 'candidates',
    id: candidateId,
    ...options,
    overrideAccess: true,
  })
  const client = clientId
    ? await payload.findByID({
        collection: 'client-corporations',
        id: clientId,
        ...options,
        overrideAccess: true,
      })
    : null
  if (!candidate) return refuseMissing('candidate')
  if (!client) return refuseMissing('client')
  const standing = judgeStanding({ req, candidate, client })
  if (standing) return standing

  const legalEntity = await legalEntityOf({ req, client, wished: wish.legalEntityId })
  if (!legalEntity)
    return refuseInput({ legalEntityId: 'Choose the legal entity that employs the worker.' })

  const locationId = wish.workLocationId ?? idOf(order.workLocation)
  const workLocation = locationId
    ? await payload.findByID({
        collection: 'work-locations',
        id: locationId,
        ...options,
        overrideAccess: true,
      })
    : null
  const locationClient = idOf(workLocation?.client)
  if (locationId && (!workLocation || (locationClient && locationClient !== client.id)))
    return refuseInput({ workLocationId: 'Choose a work location of this client.' })

  const approverId = wish.approverId === undefined ? idOf(order.contact) : wish.approverId
  const approver = approverId
    ? await payload.findByID({
        collection: 'client-contacts',
        id: approverId,
        ...options,
        overrideAccess: true,
      })
    : null
  if (approverId && idOf(approver?.client) !== client.id)
    return refuseInput({ approverId: 'Choose a contact of this client.' })

  const cardId = idOf(order.rateCard)
  const rateCard = cardId
    ? await payload.findByID({
        collection: 'rate-cards',
        id: cardId,
        ...options,
        overrideAccess: true,
      })
    : null
  return ok({ candidate, client, legalEntity, workLocation, rateCard, approverId })
}

const judgeStanding = ({
  req,
  candidate,
  client,
}: {
  req: PayloadRequest
  candidate: DataFromCollectionSlug<'candidates'>
  client: DataFromCollectionSlug<'client-corporations'>
}): Result<never, Failure> | null => {
  const workflow = registryOf(req.payload).workflows.get('candidates')
  const state = workflow && stateFrom({ workflow, value: candidate.state })
  if (!workflow || !state) throw new Error(`The candidate ${candidate.id} has no known state.`)
  const canBePlaced =
    state === 'placed' || nextStatesOf({ workflow, from: state }).includes('placed')
  if (!canBePlaced)
    return refuseState({
      code: 'candidate-not-placeable',
      message: `The candidate is “${workflow.states[state]?.label}” and cannot be placed.`,
    })
  if (client.isOnCreditStop)
    return refuseState({
      code: 'client-on-credit-stop',
      message: 'The client is on credit stop. Settle that first.',
    })
  return null
}

/** The one that was chosen, else the client's, else the agency's only one. */
const legalEntityOf = async ({
  req,
  client,
  wished,
}: {
  req: PayloadRequest
  client: DataFromCollectionSlug<'client-corporations'>
  wished: string | undefined
}): Promise<DataFromCollectionSlug<'legal-entities'> | null> => {
  const id = wished ?? idOf(client.legalEntity)
  const { docs } = await req.payload.find({
    collection: 'legal-entities',
    ...(id ? { where: { id: { equals: id } } } : {}),
    limit: 2,
    depth: 0,
    pagination: false,
    req,
    overrideAccess: true,
  })
  return docs.length === 1 ? (docs[0] ?? null) : null
}
