import { randomUUID } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import type { z } from 'zod'

import { requestFor, runCommand } from '#plugins/kernel'
import type { Actor, Day, Failure, Result } from '#plugins/kernel/domain'
import {
  confirmPlacement,
  placeCandidate,
  startPlacement,
  waiveReadinessItem,
} from '#plugins/placements'
import type { DefinedCommand } from '../../plugins/kernel/commands/define-command'

/** An employer with two clients, for tests of placing, time and money. */
export type World = {
  payload: Payload
  legalEntityId: string
  ownerId: string
  client: WorldClient
  otherClient: WorldClient
}

export type WorldClient = { clientId: string; contactId: string; locationId: string }

export const makeWorld = async ({
  payload,
  zone = 'America/New_York',
  jurisdiction = 'US-NY',
}: {
  payload: Payload
  zone?: string
  jurisdiction?: string
}): Promise<World> => {
  const req = await systemRequest(payload)
  const options = { req, overrideAccess: true, depth: 0 } as const
  const { totalDocs: companies } = await payload.count({
    collection: 'legal-entities',
    req,
    overrideAccess: true,
  })
  const legalEntity = await payload.create({
    collection: 'legal-entities',
    data: {
      name: 'Bridgeport Staffing LLC',
      currency: 'USD',
      // No two companies have one prefix: INV, INVB, INVC …
      invoicePrefix: companies === 0 ? 'INV' : `INV${String.fromCodePoint(65 + companies)}`,
      paymentTermsDays: 30,
      zone,
      workweekStartsOn: 1,
      ruleSet: 'us-federal',
    },
    ...options,
  })
  const role = await payload.create({
    collection: 'roles',
    data: { key: `desk-${randomUUID()}`, name: 'Desk', permissions: ['orders.read'] },
    ...options,
  })
  const owner = await payload.create({
    collection: 'users',
    data: {
      name: 'Ana Silva',
      roles: [role.id],
      email: `ana.${randomUUID()}@agency.test`,
      password: `A-${randomUUID()}`,
      zone,
      locale: 'en-US',
    },
    ...options,
  })
  const client = async (name: string) =>
    await makeClient({ payload, name, legalEntityId: legalEntity.id, zone, jurisdiction })
  return {
    payload,
    legalEntityId: legalEntity.id,
    ownerId: owner.id,
    client: await client('Harbor Logistics'),
    otherClient: await client('Northgate Foods'),
  }
}

const makeClient = async ({
  payload,
  name,
  legalEntityId,
  zone,
  jurisdiction,
}: {
  payload: Payload
  name: string
  legalEntityId: string
  zone: string
  jurisdiction: string
}): Promise<WorldClient> => {
  const req = await systemRequest(payload)
  const options = { req, overrideAccess: true, depth: 0 } as const
  const client = await payload.create({
    collection: 'client-corporations',
    data: {
      name,
      status: 'active',
      currency: 'USD',
      overtimeBilling: 'last-worked',
      billOvertimeMultiplierBp: 15_000,
      legalEntity: legalEntityId,
    },
    ...options,
  })
  const contact = await payload.create({
    collection: 'client-contacts',
    data: {
      client: client.id,
      firstName: 'Olena',
      lastName: 'Koval',
      email: `olena.${randomUUID()}@client.test`,
      isApprover: true,
    },
    ...options,
  })
  const location = await payload.create({
    collection: 'work-locations',
    data: { name: `${name} yard`, client: client.id, zone, jurisdiction, country: 'US' },
    ...options,
  })
  return { clientId: client.id, contactId: contact.id, locationId: location.id }
}

/** An active order with its openings as rows. */
export const makeOrder = async ({
  world: { payload, client: usual, ownerId },
  client = usual,
  openings = 1,
  data = {},
}: {
  world: World
  client?: WorldClient
  openings?: number
  data?: Partial<OrderTerms>
}): Promise<{ orderId: string; openingIds: string[] }> => {
  const req = await systemRequest(payload)
  const options = { req, overrideAccess: true, depth: 0 } as const
  const order = await payload.create({
    collection: 'job-orders',
    data: {
      state: 'active',
      title: 'Forklift operator',
      client: client.clientId,
      contact: client.contactId,
      owner: ownerId,
      workLocation: client.locationId,
      employmentType: 'temp',
      openingsCount: openings,
      screeningKind: 'none',
      currency: 'USD',
      payRateE4: 200_000,
      billRateE4: 300_000,
      ...data,
    },
    ...options,
  })
  const openingIds: string[] = []
  for (let number = 1; number <= openings; number += 1) {
    const opening = await payload.create({
      collection: 'openings',
      data: { state: 'open', jobOrder: order.id, number },
      ...options,
    })
    openingIds.push(opening.id)
  }
  return { orderId: order.id, openingIds }
}

type OrderTerms = {
  currency: 'USD' | 'EUR'
  employmentType: 'permanent' | 'contract' | 'temp'
  payRateE4: number | null
  billRateE4: number | null
  salaryFromMinor: number
  salaryToMinor: number
  feeBp: number
  feeFlatMinor: number
  credentialTypes: string[]
}

export const makeCandidate = async ({ world: { payload } }: { world: World }): Promise<string> => {
  const candidate = await payload.create({
    collection: 'candidates',
    data: {
      state: 'active',
      firstName: 'Zbigniew',
      lastName: `Żółkiewski ${randomUUID().slice(0, 8)}`,
      email: `z.${randomUUID()}@worker.test`,
      currency: 'USD',
      zone: 'America/New_York',
      locale: 'en-US',
    },
    req: await systemRequest(payload),
    overrideAccess: true,
    depth: 0,
  })
  return candidate.id
}

/** A candidate before the client, where staff may place by phone. */
export const makeSubmission = async ({
  world,
  orderId,
  candidateId,
  client = world.client,
  state = 'client_review',
}: {
  world: World
  orderId: string
  candidateId: string
  client?: WorldClient
  state?: string
}): Promise<string> => {
  const submission = await world.payload.create({
    collection: 'submissions',
    data: {
      state,
      jobOrder: orderId,
      candidate: candidateId,
      client: client.clientId,
      source: 'staff',
    },
    req: await systemRequest(world.payload),
    overrideAccess: true,
    depth: 0,
  })
  return submission.id
}

/** A worker at work: placed, confirmed, everything waived, started. */
export const makeWorker = async ({
  world,
  candidateId,
  client = world.client,
  startsOn,
  payRateE4 = 200_000,
  billRateE4 = 300_000,
}: {
  world: World
  candidateId?: string
  client?: WorldClient
  startsOn: Day
  payRateE4?: number
  billRateE4?: number
}): Promise<{ candidateId: string; placementId: string; orderId: string }> => {
  const worker = candidateId ?? (await makeCandidate({ world }))
  const { orderId } = await makeOrder({ world, client })
  const submissionId = await makeSubmission({ world, orderId, candidateId: worker, client })
  const { placementId } = await done({
    command: placeCandidate,
    world,
    input: { submissionId, startsOn, payRateE4, billRateE4, isConfirmedByPhone: true },
  })
  await startWork({ world, placementId })
  return { candidateId: worker, placementId, orderId }
}

export const startWork = async ({
  world,
  placementId,
}: {
  world: World
  placementId: string
}): Promise<void> => {
  await done({ command: confirmPlacement, world, input: { placementId } })
  const { docs } = await world.payload.find({
    collection: 'readiness-items',
    where: { placement: { equals: placementId }, state: { equals: 'missing' } },
    depth: 0,
    overrideAccess: true,
  })
  for (const { id } of docs)
    await done({ command: waiveReadinessItem, world, input: { itemId: id, reason: 'In a test.' } })
  await done({ command: startPlacement, world, input: { placementId } })
}

type Call<Input extends z.ZodType, Output> = {
  world: World
  command: DefinedCommand<Input, Output>
  input: z.input<Input>
  /** The system when left out. */
  actor?: Actor
}

/** Runs a command as somebody. */
export const attempt = async <Input extends z.ZodType, Output>({
  world: { payload },
  command,
  input,
  actor = { kind: 'system', id: 'test' },
}: Call<Input, Output>): Promise<Result<Output, Failure>> =>
  await runCommand({ command, req: await requestFor({ payload, actor }), input })

/** The same for what must succeed. */
export const done = async <Input extends z.ZodType, Output>(
  call: Call<Input, Output>,
): Promise<Output> => {
  const result = await attempt(call)
  if (!result.ok) throw new Error(`${call.command.name}: ${JSON.stringify(result.failure)}`)
  return result.value
}

/** A member of staff with exactly these permissions. */
export const staffWith = (...permissions: string[]): Actor => ({
  kind: 'staff',
  id: '0190a000-0000-7000-8000-000000000001',
  name: 'Pat Payroll',
  email: 'pat@agency.test',
  permissions: new Set(permissions),
  zone: 'America/New_York',
  locale: 'en-US',
})

export const candidateActor = (candidateId: string): Actor => ({
  kind: 'portal',
  id: randomUUID(),
  email: 'worker@example.test',
  candidateId,
  contactId: null,
  clientId: null,
  zone: 'America/New_York',
  locale: 'en-US',
})

export const contactActor = ({ contactId, clientId }: WorldClient): Actor => ({
  kind: 'portal',
  id: randomUUID(),
  email: 'contact@example.test',
  candidateId: null,
  contactId,
  clientId,
  zone: 'America/New_York',
  locale: 'en-US',
})

const systemRequest = async (payload: Payload): Promise<PayloadRequest> =>
  await requestFor({ payload, actor: { kind: 'system', id: 'test' } })
