import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { candidateWorkflow, idOf, type CandidateState } from '#plugins/crm/domain'
import {
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
  const { payload } = req
  const candidate = await payload.findByID({
    collection: 'candidates',
    id: candidateId,
    depth: 0,
    disableErrors: true,
    req,
    overrideAccess: true,
  })
  const client = await payload.findByID({
    collection: 'client-corporations',
    id: idOf(order.client),
    depth: 0,
    disableErrors: true,
    req,
    overrideAccess: true,
  })
  if (!candidate) return refuseMissing('candidate')
  if (!client) return refuseMissing('client')
  const standing = judgeStanding({ candidate, client })
  if (standing) return standing

  const legalEntity = await legalEntityOf({ req, client, wished: wish.legalEntityId })
  if (!legalEntity)
    return refuseInput({ legalEntityId: 'Choose the legal entity that employs the worker.' })

  const locationId = wish.workLocationId ?? idOf(order.workLocation)
  const workLocation = locationId
    ? await payload.findByID({
        collection: 'work-locations',
        id: locationId,
        depth: 0,
        disableErrors: true,
        req,
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
        depth: 0,
        disableErrors: true,
        req,
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
        depth: 0,
        disableErrors: true,
        req,
        overrideAccess: true,
      })
    : null
  return ok({ candidate, client, legalEntity, workLocation, rateCard, approverId })
}

const judgeStanding = ({
  candidate,
  client,
}: {
  candidate: DataFromCollectionSlug<'candidates'>
  client: DataFromCollectionSlug<'client-corporations'>
}): Result<never, Failure> | null => {
  const state = stateFrom({ workflow: candidateWorkflow, value: candidate.state })
  if (!state) throw new Error(`The candidate ${candidate.id} has no known state.`)
  const target: CandidateState = 'placed'
  const { label, next } = candidateWorkflow.states[state]
  if (state !== target && !next[target])
    return refuseState({
      code: 'candidate-not-placeable',
      message: `The candidate is “${label}” and cannot be placed.`,
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
