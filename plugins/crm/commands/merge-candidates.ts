import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import {
  databaseNow,
  defineCommand,
  instant,
  lockRecord,
  moveRecord,
  publish,
  registryOf,
  sqlOf,
} from '#plugins/kernel'
import { ok, refuseInput, refuseState, stateFrom, type Result } from '#plugins/kernel/domain'
import {
  candidateReferences,
  clashesIn,
  type CandidateReference,
} from '../database/candidate-references'
import { lockPersonKeys } from '../database/lock-person'
import { candidateWorkflow, type CandidateState } from '../domain/candidate-workflow'
import { bare, isSameValue, stateAfterMerge, undoHours } from '../domain/merge'
import { idOf } from '../domain/relation'
import { bothOf, refusalByHold } from '../queries/merge-pair'
import { dataAfterMerge, mergeValues } from '../queries/merge-values'
import { keepChanges, lockReferences, moveReference, snapshotOf } from '../database/move-references'
import { endPortalAccess } from './end-portal-access'
import { lockCustomPeople, moveCustomPeople } from '../database/move-custom-people'
import { settleKeeping } from './settle-keeping'
import { moveLogin } from './move-login'
import { nameOf } from './place-legal-hold'

type Candidate = DataFromCollectionSlug<'candidates'>

const seenAt = z.iso.datetime({ offset: true })

/**
 * Makes one candidate of two records of one person. What refers to the one that is given up follows to
 * the one that is kept; of single values the kept one’s stay unless others are taken, lists hold both,
 * and whatever is stricter holds. The other record stays as a pointer, found no more.
 */
export const mergeCandidates = defineCommand({
  name: 'merge-candidates',
  summary: 'Make one candidate of two records of one person',
  input: z.object({
    keptId: z.uuid('Choose the record that is kept.'),
    mergedId: z.uuid('Choose the record that is merged into it.'),
    /** What is taken of the other record: keys of fields that differ. */
    take: z.array(z.string().max(120)).max(300).default([]),
    /** When both were last changed as the recruiter saw them. */
    seen: z.object({ kept: seenAt, merged: seenAt }).nullish(),
  }),
  example: {
    keptId: '0190a000-0000-7000-8000-000000000001',
    mergedId: '0190a000-0000-7000-8000-000000000002',
    take: ['phone'],
  },
  allow: { staff: 'candidates.write' },
  run: async ({ input: { keptId, mergedId, take, seen }, ctx: { req, actor } }) => {
    const known = await bothOf({ req, keptId, mergedId })
    if (!known.ok) return known
    await lockPersonKeys({
      req,
      keys: [...keysOf(known.value.kept), ...keysOf(known.value.merged)],
    })
    const references = await candidateReferences(sqlOf(req))
    const settled = await settleClashes({ req, references, keptId, mergedId })
    if (!settled.ok) return settled
    await lockReferences({ req, references, candidateId: mergedId })
    await lockCustomPeople({ req, candidateId: mergedId })
    for (const id of [keptId, mergedId].sort())
      await lockRecord({ req, collection: 'candidates', id })
    const both = await bothOf({ req, keptId, mergedId })
    if (!both.ok) return both
    const { kept, merged } = both.value
    if (seen && !(isAsSeen(kept, seen.kept) && isAsSeen(merged, seen.merged)))
      return refuseState({
        code: 'changed-meanwhile',
        message:
          'One of the two was changed since you compared them. Reload to see what is there now.',
      })
    const held = await refusalByHold({ req, ids: [keptId, mergedId] })
    if (held) return held
    const staying = await stayingRows({ req, references, keptId, mergedId })
    if (!staying.ok) return staying
    const values = await mergeValues({ req, kept, merged })
    const wrong = take.filter(
      (key) => !values.choices.some((choice) => choice.key === key && choice.isVisible),
    )
    if (wrong.length > 0)
      return refuseInput({ take: `There is nothing to choose of this name: ${wrong.join(', ')}.` })

    const merge = await req.payload.create({
      collection: 'candidate-merges',
      data: {
        kept: keptId,
        merged: mergedId,
        mergedRef: merged.ref ?? mergedId,
        mergedByName: nameOf(actor),
        undoUntil: await undoUntil(req),
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    const before = await snapshotOf({ req, table: 'candidates', ids: [keptId, mergedId] })
    const accounts = await snapshotOf({
      req,
      table: 'portal_accounts',
      ids: [idOf(kept.portalAccount), idOf(merged.portalAccount)].filter((id) => id !== null),
    })
    for (const { table, rows } of settled.value)
      await keepChanges({ req, mergeId: merge.id, table, before: rows })

    const data = dataAfterMerge({ values, take: new Set(take), kept, merged })
    await bringLogins({ req, kept, merged, email: emailAfter({ data, kept }) })
    await bringValues({ req, mergeId: merge.id, kept, merged, data })
    const optedOut = await spreadOptOuts({ req, mergeId: merge.id, keptId, mergedId })
    const moved: Record<string, number> = {}
    for (const reference of references) {
      const rows = await moveReference({
        req,
        reference,
        mergeId: merge.id,
        keptId,
        mergedId,
        staying: staying.value.get(reference.table) ?? [],
      })
      if (rows > 0) moved[reference.table] = (moved[reference.table] ?? 0) + rows
    }
    const named = await moveCustomPeople({ req, mergeId: merge.id, keptId, mergedId })
    if (named > 0) moved.custom = named
    const state = await bringState({ req, kept, merged })
    if (!state.ok) return state
    const gone = await moveRecord({
      req,
      collection: 'candidates',
      id: mergedId,
      to: 'merged',
      data: { mergedInto: keptId },
      what: 'candidate',
    })
    if (!gone.ok) return gone
    await bringRefusal({ req, keptId, mergedId })
    await keepChanges({
      req,
      mergeId: merge.id,
      table: 'candidates',
      before,
      columns: ['portal_account_id', ...keyColumns, 'state', ...keepingColumns],
    })
    await keepChanges({
      req,
      mergeId: merge.id,
      table: 'portal_accounts',
      before: accounts,
      columns: ['candidate_id', 'email', 'is_disabled'],
    })
    await publish({
      req,
      event: {
        name: 'candidate.merged',
        subject: { kind: 'candidate', id: keptId },
        person: { kind: 'candidate', id: keptId },
        changes: { merged: [null, merged.ref ?? mergedId] },
      },
    })
    return ok({ mergeId: merge.id, candidateId: keptId, moved, optedOut })
  },
})

const keepingColumns = ['keep_refused_at', 'keep_until_on', 'keep_ground', 'unusable_since']

/** Who said no to being kept under either record said no; how long the kept one stays is judged anew. */
const bringRefusal = async ({
  req,
  keptId,
  mergedId,
}: {
  req: PayloadRequest
  keptId: string
  mergedId: string
}): Promise<void> => {
  await sqlOf(req).run({
    text: `update candidates kept set keep_refused_at = greatest(kept.keep_refused_at, merged.keep_refused_at)
      from candidates merged where kept.id = $1 and merged.id = $2
        and merged.keep_refused_at > coalesce(kept.keep_refused_at, '-infinity')`,
    values: [keptId, mergedId],
  })
  await settleKeeping({ req, ids: [keptId], mayAsk: false })
}

export const keyColumns = ['email_normalised', 'phone_e164', 'profile_url_normalised'] as const

const keysOf = ({ emailNormalised, phoneE164, profileUrlNormalised }: Candidate) => [
  emailNormalised,
  phoneE164,
  profileUrlNormalised,
  emailNormalised ? `account ${emailNormalised}` : null,
]

const isAsSeen = ({ updatedAt }: Candidate, seen: string): boolean =>
  Date.parse(updatedAt) === Date.parse(seen)

const undoUntil = async (req: PayloadRequest): Promise<string> =>
  new Date(Date.parse(await databaseNow(req)) + undoHours * 3_600_000).toISOString()

type Settled = { table: string; rows: Awaited<ReturnType<typeof snapshotOf>> }

/** Lets the plugins settle rows that exclude each other, before anything else is locked. */
const settleClashes = async ({
  req,
  references,
  keptId,
  mergedId,
}: {
  req: PayloadRequest
  references: readonly CandidateReference[]
  keptId: string
  mergedId: string
}): Promise<Result<Settled[]>> => {
  const settled: Settled[] = []
  for (const reference of references) {
    const rule = registryOf(req.payload).mergeRules.get(reference.table)
    if (rule?.clash !== 'settled') continue
    const pairs = await clashesIn({ sql: sqlOf(req), reference, keptId, mergedId })
    if (pairs.length === 0) continue
    const rows = await snapshotOf({
      req,
      table: reference.table,
      ids: pairs.flatMap(({ keptRow, mergedRow }) => [keptRow, mergedRow]),
    })
    const done = await rule.settle({ req, pairs })
    if (!done.ok) return done
    settled.push({ table: reference.table, rows })
  }
  return ok(settled)
}

/** Rows that do not move, by table; what nobody has a rule for refuses the merge. */
const stayingRows = async ({
  req,
  references,
  keptId,
  mergedId,
}: {
  req: PayloadRequest
  references: readonly CandidateReference[]
  keptId: string
  mergedId: string
}): Promise<Result<ReadonlyMap<string, string[]>>> => {
  const staying = new Map<string, string[]>()
  for (const reference of references) {
    const pairs = await clashesIn({ sql: sqlOf(req), reference, keptId, mergedId })
    if (pairs.length === 0) continue
    const rule = registryOf(req.payload).mergeRules.get(reference.table)
    if (rule?.clash !== 'stays')
      return refuseState({
        code: 'both-have',
        message:
          rule?.text ??
          `Both have ${reference.table.replaceAll('_', ' ')} that exclude each other. End one of them first.`,
      })
    staying.set(
      reference.table,
      pairs.map(({ mergedRow }) => mergedRow),
    )
  }
  return ok(staying)
}

const emailAfter = ({
  data,
  kept,
}: {
  data: Record<string, unknown>
  kept: Candidate
}): string | null =>
  typeof data.email === 'string' ? data.email.trim().toLowerCase() : (kept.emailNormalised ?? null)

/**
 * One login stays: that of the e-mail that is kept, else the kept record’s, else the other one. It
 * follows to the kept record and its e-mail; another one ends.
 */
const bringLogins = async ({
  req,
  kept,
  merged,
  email,
}: {
  req: PayloadRequest
  kept: Candidate
  merged: Candidate
  email: string | null
}): Promise<void> => {
  const [own, other] = [idOf(kept.portalAccount), idOf(merged.portalAccount)]
  if (!other) return
  const addressed = email
    ? await sqlOf(req).first({
        schema: z.object({ id: z.string() }),
        text: 'select id::text from portal_accounts where email = $1 and id = any($2::uuid[])',
        values: [email, [own, other]],
      })
    : null
  const staying = addressed?.id ?? own ?? other
  const ending = [
    { person: kept, accountId: own },
    { person: merged, accountId: other },
  ]
  for (const { person, accountId } of ending)
    if (accountId && accountId !== staying) {
      await endPortalAccess({ req, person: { kind: 'candidate', id: person.id }, accountId })
      await pointAt({ req, candidateId: person.id, accountId: null })
    }
  if (staying !== other) return
  await pointAt({ req, candidateId: merged.id, accountId: null })
  await sqlOf(req).run({
    text: 'update portal_accounts set candidate_id = $2 where id = $1 and candidate_id = $3',
    values: [other, kept.id, merged.id],
  })
  await pointAt({ req, candidateId: kept.id, accountId: other })
  if (email && !addressed)
    await moveLogin({
      req,
      person: { kind: 'candidate', id: kept.id },
      accountId: other,
      email,
    })
}

const pointAt = async ({
  req,
  candidateId,
  accountId,
}: {
  req: PayloadRequest
  candidateId: string
  accountId: string | null
}): Promise<void> => {
  await sqlOf(req).run({
    text: 'update candidates set portal_account_id = $2 where id = $1',
    values: [candidateId, accountId],
  })
}

/**
 * Writes the kept record. An e-mail, phone or profile page that is not taken stays a key of the merged
 * one, so that the person is known by it as before.
 */
const bringValues = async ({
  req,
  mergeId,
  kept,
  merged,
  data,
}: {
  req: PayloadRequest
  mergeId: string
  kept: Candidate
  merged: Candidate
  data: Record<string, unknown>
}): Promise<void> => {
  await sqlOf(req).run({
    text: `update candidates set ${keyColumns.map((column) => `${column} = null`).join(', ')}
      where id = $1`,
    values: [merged.id],
  })
  const after =
    Object.keys(data).length === 0
      ? kept
      : await req.payload.update({
          collection: 'candidates',
          id: kept.id,
          data,
          req,
          overrideAccess: true,
          depth: 0,
        })
  for (const [column, key] of [
    ['email_normalised', 'emailNormalised'],
    ['phone_e164', 'phoneE164'],
    ['profile_url_normalised', 'profileUrlNormalised'],
  ] as const) {
    const left = [merged[key], kept[key]].find((value) => value && value !== after[key]) ?? null
    await sqlOf(req).run({
      text: `update candidates set ${column} = $2 where id = $1`,
      values: [merged.id, left],
    })
  }
  const changed = Object.keys(data).flatMap((name) => {
    const [was, is]: unknown[] = [Reflect.get(kept, name), Reflect.get(after, name)]
    return isSameValue(was, is) ? [] : [[name, [plain(was), plain(is)]]]
  })
  await req.payload.update({
    collection: 'candidate-merges',
    id: mergeId,
    data: { values: Object.fromEntries(changed) },
    req,
    overrideAccess: true,
    depth: 0,
  })
}

const plain = (value: unknown): unknown => (Array.isArray(value) ? bare(value) : (value ?? null))

/**
 * The strictest opt-out wins: a purpose that either record said no to last is said no to, whatever the
 * other one agreed to.
 *
 * @returns the purposes in which something was taken back
 */
const spreadOptOuts = async ({
  req,
  mergeId,
  keptId,
  mergedId,
}: {
  req: PayloadRequest
  mergeId: string
  keptId: string
  mergedId: string
}): Promise<string[]> => {
  const standing = await sqlOf(req).rows({
    schema: z.object({ id: z.string(), purpose: z.string() }),
    text: `select c.id::text, c.purpose::text from consents c
      where c.candidate_id = any($1::uuid[]) and c.withdrawn_at is null
        and exists (
          select from unnest($1::uuid[]) person (id)
          where (select last.withdrawn_at is not null from consents last
            where last.candidate_id = person.id and last.purpose = c.purpose
            order by last.withdrawn_at is null desc, last.given_at desc limit 1))
      order by c.id for update`,
    values: [[keptId, mergedId]],
  })
  const before = await snapshotOf({ req, table: 'consents', ids: standing.map(({ id }) => id) })
  for (const { id } of standing)
    await req.payload.update({
      collection: 'consents',
      id,
      data: { withdrawnAt: await databaseNow(req) },
      req,
      overrideAccess: true,
      depth: 0,
    })
  await keepChanges({ req, mergeId, table: 'consents', before, columns: ['withdrawn_at'] })
  return [...new Set(standing.map(({ purpose }) => purpose))]
}

const bringState = async ({
  req,
  kept,
  merged,
}: {
  req: PayloadRequest
  kept: Candidate
  merged: Candidate
}): Promise<Result<null>> => {
  const [from, other] = [stateOf(kept), stateOf(merged)]
  const to = stateAfterMerge(from, other)
  const steps = candidateWorkflow.states[from].next[to] || from === to ? [to] : ['active', to]
  for (const step of steps) {
    if (step === from) continue
    const moved = await moveRecord({
      req,
      collection: 'candidates',
      id: kept.id,
      to: step,
      reason: `${merged.ref ?? 'A record'} of the same person was merged into this one.`,
      what: 'candidate',
    })
    if (!moved.ok) return moved
  }
  return ok(null)
}

const stateOf = ({ id, state }: Candidate): CandidateState => {
  const known = stateFrom({ workflow: candidateWorkflow, value: state })
  if (!known) throw new Error(`The candidate ${id} has no known state.`)
  return known
}

/** When a merge can no longer be undone, by the clock of the database. */
export const isUndoOver = async ({
  req,
  mergeId,
}: {
  req: PayloadRequest
  mergeId: string
}): Promise<boolean> =>
  (await sqlOf(req).first({
    schema: z.object({ until: instant }),
    text: `select undo_until as until from candidate_merges where id = $1 and undo_until >= now()`,
    values: [mergeId],
  })) === null
