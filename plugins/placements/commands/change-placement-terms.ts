import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord, type CommandContext } from '#plugins/kernel'
import {
  can,
  ok,
  refuseInput,
  refuseMissing,
  refuseRight,
  refuseState,
  type Failure,
  type Result,
} from '#plugins/kernel/domain'
import { amountSchema, chosen, daySchema, rateSchema, taxRateSchema } from '../domain/input-fields'
import { firstDayOf, isPermanent, lastDayOf } from '../domain/placement-days'
import { ruleSetFor } from '../domain/rule-set-for'
import { followTerms } from './follow-terms'

const input = z.object({
  placementId: chosen('a placement'),
  effectiveFromOn: daySchema,
  payRateE4: rateSchema.optional(),
  billRateE4: rateSchema.optional(),
  salaryMinor: amountSchema.optional(),
  feeMinor: amountSchema.optional(),
  overtimeBilling: z.enum(['last-worked', 'pro-rata', 'absorb']).optional(),
  billOvertimeMultiplierBp: z.number().int().min(10_000).max(100_000).optional(),
  hoursPerWeekMinutes: z.number().int().min(0).max(10_080).nullish(),
  purchaseOrder: z.string().trim().max(100).nullish(),
  /** The place of work from that day on: its law and its zone hold. */
  workLocationId: chosen('a work location').optional(),
  /** Only where another tax rate than the client's or the entity's was agreed; null ends that. */
  taxRateBp: taxRateSchema.nullish(),
})

type Change = z.output<typeof input>

/**
 * Agrees new terms from a day on, as a new version. Versions are never edited: time that was
 * approved keeps the version by which it was worked. The overtime rules are judged anew by the place
 * of work.
 */
export const changePlacementTerms = defineCommand({
  name: 'change-placement-terms',
  summary: 'Agree new terms for a placement from a day on',
  input,
  allow: { staff: 'placements.write' },
  run: async ({ input: change, ctx }) => {
    const { req } = ctx
    const placement = await lockRecord({ req, collection: 'placements', id: change.placementId })
    if (!placement) return refuseMissing('placement')
    const refusal = judgeChange({ change, placement, ctx })
    if (refusal) return refusal
    const latest = await latestTerms({ req, placementId: placement.id })
    if (!latest) throw new Error(`The placement ${placement.id} has no terms.`)
    if (change.effectiveFromOn < latest.effectiveFromOn)
      return refuseInput({
        effectiveFromOn: `The terms in force began on ${latest.effectiveFromOn}. Choose that day or a later one.`,
      })
    const place = await placeOf({ req, change, placement, latest })
    if (!place.ok) return place
    const { placementId: _, workLocationId: _workLocationId, ...changed } = change
    const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...copied } = latest
    const terms = await req.payload.create({
      collection: 'placement-terms',
      data: {
        ...copied,
        ...changed,
        ...place.value,
        placement: placement.id,
        version: latest.version + 1,
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    await followTerms({ req, placement })
    return ok({ termsId: terms.id, version: terms.version })
  },
})

const judgeChange = ({
  change,
  placement,
  ctx: { actor },
}: {
  change: Change
  placement: DataFromCollectionSlug<'placements'>
  ctx: CommandContext
}): Result<never, Failure> | null => {
  const { billRateE4, feeMinor, overtimeBilling, billOvertimeMultiplierBp, taxRateBp } = change
  const setsRates = [
    billRateE4,
    feeMinor,
    overtimeBilling,
    billOvertimeMultiplierBp,
    taxRateBp,
  ].some((value) => value !== undefined)
  if (setsRates && !can({ actor, permission: 'rates.read' }))
    return refuseRight('You are not allowed to change bill rates, fees and taxes.')
  const setsPay = change.payRateE4 !== undefined || change.salaryMinor !== undefined
  if (setsPay && !can({ actor, permission: 'pay.read' }))
    return refuseRight('You are not allowed to change pay.')
  const lastDay = lastDayOf(placement)
  if (change.effectiveFromOn < firstDayOf(placement))
    return refuseInput({ effectiveFromOn: `The placement starts on ${firstDayOf(placement)}.` })
  if (lastDay !== null && change.effectiveFromOn > lastDay)
    return refuseInput({ effectiveFromOn: `The placement ends on ${lastDay}.` })
  const hourly = change.payRateE4 !== undefined || billRateE4 !== undefined
  if (isPermanent(placement.employmentType) && hourly)
    return refuseState({
      code: 'permanent-has-no-rates',
      message: 'A permanent placement has a salary and a fee, but no hourly rates.',
    })
  return null
}

/** The place that was chosen, else the one of the terms before, and the rules that hold there. */
const placeOf = async ({
  req,
  change,
  placement,
  latest,
}: {
  req: PayloadRequest
  change: Change
  placement: DataFromCollectionSlug<'placements'>
  latest: DataFromCollectionSlug<'placement-terms'>
}): Promise<Result<{ workLocation: string | null; ruleSet: string }, Failure>> => {
  const id = change.workLocationId ?? idOf(latest.workLocation) ?? idOf(placement.workLocation)
  const workLocation = id
    ? await req.payload.findByID({
        collection: 'work-locations',
        id,
        depth: 0,
        disableErrors: true,
        req,
        overrideAccess: true,
      })
    : null
  const owner = idOf(workLocation?.client)
  if (change.workLocationId && (!workLocation || (owner && owner !== idOf(placement.client))))
    return refuseInput({ workLocationId: 'Choose a work location of this client.' })
  const legalEntity = await req.payload.findByID({
    collection: 'legal-entities',
    id: idOf(placement.legalEntity),
    depth: 0,
    req,
    overrideAccess: true,
  })
  return ok({
    workLocation: workLocation?.id ?? null,
    ruleSet: ruleSetFor({
      jurisdiction: workLocation?.jurisdiction ?? null,
      usualRuleSet: legalEntity.ruleSet,
    }),
  })
}

const latestTerms = async ({
  req,
  placementId,
}: {
  req: PayloadRequest
  placementId: string
}): Promise<DataFromCollectionSlug<'placement-terms'> | null> => {
  const { docs } = await req.payload.find({
    collection: 'placement-terms',
    where: { placement: { equals: placementId } },
    sort: '-version',
    limit: 1,
    depth: 0,
    pagination: false,
    req,
    overrideAccess: true,
  })
  return docs[0] ?? null
}
