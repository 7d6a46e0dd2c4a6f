import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { databaseNow, defineCommand, enqueue, erasePersonalData, sqlOf } from '#plugins/kernel'
import { ok, refuseMissing, refuseState, type PersonRef, type Result } from '#plugins/kernel/domain'
import { erasureGrounds, onePerson, personOf, type ErasureGround } from '../domain/privacy'
import { finishErasureQueue } from '../jobs/finish-erasure'
import { holdsOn } from '../queries/holds-on'
import { mergedInto } from '../queries/merges-of'
import { nameNeededUntil } from '../queries/name-needed'
import { endPortalAccess } from './end-portal-access'

export const erasePerson = defineCommand({
  name: 'erase-person',
  summary: 'Erase a candidate or contact; what the law asks for stays for its years',
  input: onePerson.and(
    z.object({
      ground: z.enum(['asked', 'retention', 'mistake'], 'Choose why the person is erased.'),
    }),
  ),
  example: { candidateId: '0190a000-0000-7000-8000-000000000001', ground: 'asked' },
  allow: { staff: 'privacy.manage' },
  run: async ({ input, ctx: { req } }) => {
    const person = personOf(input)
    const found = await lockPerson({ req, person })
    if (!found) return refuseMissing(nounOf(person))
    const [hold] = await holdsOn({ req, person })
    if (hold)
      return refuseState({
        code: 'on-hold',
        message: `A legal hold keeps this ${nounOf(person)}: ${hold.reason}. Release the hold first.`,
      })
    if (found.isErased)
      return refuseState({
        code: 'already-erased',
        message: `This ${nounOf(person)} was erased before.`,
      })
    if (found.isMerged)
      return refuseState({
        code: 'merged',
        message: 'This record was merged into another one. Erase that: this one goes with it.',
      })
    // A person who had several records is erased in all of them.
    const merged = person.kind === 'candidate' ? await mergedInto({ req, id: person.id }) : []
    for (const id of merged) {
      const record: PersonRef = { kind: 'candidate', id }
      if (!(await lockPerson({ req, person: record }))?.isErased)
        await eraseWhole({ req, person: record, ground: input.ground })
    }
    return await eraseWhole({ req, person, ground: input.ground })
  },
})

const nounOf = ({ kind }: PersonRef): string => (kind === 'candidate' ? 'candidate' : 'contact')

/** Locks the row of a person, also one that lies in the trash. */
export const lockPerson = async ({
  req,
  person,
}: {
  req: PayloadRequest
  person: PersonRef
}): Promise<{ accountId: string | null; isErased: boolean; isMerged: boolean } | null> => {
  const row = await sqlOf(req).first({
    schema: z.object({
      account: z.string().nullable(),
      erased: z.boolean(),
      merged: z.boolean(),
    }),
    text: `select portal_account_id as account, exists (
        select 1 from erasures e where e.person_id = t.id::text) as erased,
        coalesce(to_jsonb(t) ->> 'state' = 'merged', false) as merged
      from ${person.kind === 'candidate' ? 'candidates' : 'client_contacts'} t
      where id = $1 for update of t`,
    values: [person.id],
  })
  return row ? { accountId: row.account, isErased: row.erased, isMerged: row.merged } : null
}

/**
 * Erases what every plugin lists, ends the portal, and writes the person on the list that outlives
 * backups. Files go after the commit, since a rollback could not bring them back.
 */
const eraseWhole = async ({
  req,
  person,
  ground,
}: {
  req: PayloadRequest
  person: PersonRef
  ground: ErasureGround
}): Promise<Result<{ erasureId: string; nameKeptUntilOn: string | null }>> => {
  const nameKeptUntilOn = await nameNeededUntil({ req, person })
  const { tables, filenames } = await eraseData({
    req,
    person,
    isNameKept: nameKeptUntilOn !== null,
  })
  await closeRecord({ req, person, ground })
  // Closing tells of what it changed; that goes as well.
  await eraseData({ req, person, isNameKept: nameKeptUntilOn !== null })
  const erasure = await req.payload.create({
    collection: 'erasures',
    data: {
      personKind: person.kind,
      personId: person.id,
      ground,
      erasedAt: await databaseNow(req),
      nameKeptUntilOn,
      tables,
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
  await enqueue({
    req,
    queue: finishErasureQueue,
    data: { erasureId: erasure.id, person, ground, filenames },
  })
  return ok({ erasureId: erasure.id, nameKeptUntilOn })
}

/** For somebody who stands on the list and whom a restored backup has brought back. */
export const eraseAgain = async ({
  req,
  person,
  ground,
}: {
  req: PayloadRequest
  person: PersonRef
  ground: ErasureGround
}): Promise<boolean> => {
  const found = await lockPerson({ req, person })
  if (!found || found.isErased) return false
  return (await eraseWhole({ req, person, ground })).ok
}

/** What is in the database; also for what a restored backup has brought back. */
export const eraseData = async ({
  req,
  person,
  isNameKept,
}: {
  req: PayloadRequest
  person: PersonRef
  isNameKept: boolean
}) => {
  const before = await filesOf({ req, person })
  const account = await lockPerson({ req, person })
  const tables = await erasePersonalData({ req, person, isNameKept })
  const after = new Set(await filesOf({ req, person }))
  await endPortalAccess({ req, person, accountId: account?.accountId ?? null })
  return { tables, filenames: before.filter((name) => !after.has(name)) }
}

const filesOf = async ({
  req,
  person,
}: {
  req: PayloadRequest
  person: PersonRef
}): Promise<string[]> => {
  if (person.kind !== 'candidate') return []
  const rows = await sqlOf(req).rows({
    schema: z.object({ filename: z.string().nullable() }),
    text: 'select filename from documents where candidate_id = $1',
    values: [person.id],
  })
  return rows.flatMap(({ filename }) => (filename ? [filename] : []))
}

/** The record says that it was erased: a candidate by its state, a contact by lying in the trash. */
const closeRecord = async ({
  req,
  person,
  ground,
}: {
  req: PayloadRequest
  person: PersonRef
  ground: ErasureGround
}): Promise<void> => {
  const outer: unknown = req.context.reason
  req.context.reason = erasureGrounds[ground]
  try {
    if (person.kind === 'candidate')
      await req.payload.update({
        collection: 'candidates',
        id: person.id,
        data: { state: 'anonymised', doNotContact: true },
        trash: true,
        req,
        overrideAccess: true,
        depth: 0,
      })
    else
      await req.payload.update({
        collection: 'client-contacts',
        data: {
          deletedAt: await databaseNow(req),
          isApprover: false,
          isBillingContact: false,
        },
        id: person.id,
        trash: true,
        req,
        overrideAccess: true,
        depth: 0,
      })
  } finally {
    req.context.reason = outer
  }
}
