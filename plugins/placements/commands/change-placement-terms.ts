import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

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
import { amountSchema, chosen, daySchema, rateSchema } from '../domain/input-fields'
import { firstDayOf, isPermanent, lastDayOf } from '../domain/placement-days'

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
})

type Change = z.output<typeof input>

/**
 * Agrees new terms from a day on, as a new version. Versions are never edited: time that was
 * approved keeps the version by which it was worked.
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
    const { placementId: _, ...changed } = change
    const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...copied } = latest
    const terms = await req.payload.create({
      collection: 'placement-terms',
      data: {
        ...copied,
        ...changed,
        placement: placement.id,
        version: latest.version + 1,
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
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
  const { billRateE4, feeMinor, overtimeBilling, billOvertimeMultiplierBp } = change
  const setsRates = [billRateE4, feeMinor, overtimeBilling, billOvertimeMultiplierBp].some(
    (value) => value !== undefined,
  )
  if (setsRates && !can({ actor, permission: 'rates.read' }))
    return refuseRight('You are not allowed to change bill rates and fees.')
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
