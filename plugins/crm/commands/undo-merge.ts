import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { databaseNow, defineCommand, lockRecord, moveRecord, publish, sqlOf } from '#plugins/kernel'
import { ok, refuseMissing, refuseState, type Failure, type Result } from '#plugins/kernel/domain'
import { candidateReferences } from '../database/candidate-references'
import { lockPersonKeys } from '../database/lock-person'
import { isSameValue } from '../domain/merge'
import { idOf } from '../domain/relation'
import { refusalByHold } from '../queries/merge-pair'
import { isUndoOver, keyColumns } from './merge-candidates'
import { lockReferences, putBack } from '../database/move-references'
import { lockCustomPeople, putCustomPeopleBack } from '../database/move-custom-people'
import { nameOf } from './place-legal-hold'

type Merge = DataFromCollectionSlug<'candidate-merges'>

/**
 * Makes two of a merged candidate again: what moved goes back, and what the merge wrote is written back
 * where nobody has written anything else since. What came to the kept one afterwards stays there.
 */
export const undoMerge = defineCommand({
  name: 'undo-merge',
  summary: 'Undo a merge of candidates within a day: both are as they were',
  input: z.object({ mergeId: z.uuid('Choose a merge.') }),
  allow: { staff: 'candidates.write' },
  run: async ({ input: { mergeId }, ctx: { req, actor } }) => {
    const merge = await lockRecord({ req, collection: 'candidate-merges', id: mergeId })
    if (!merge) return refuseMissing('merge')
    const [keptId, mergedId] = [idOf(merge.kept), idOf(merge.merged)]
    const unfit = await refusal({ req, merge })
    if (unfit) return unfit
    const before = await keysBefore({ req, mergeId, mergedId })
    const keys = before.filter((key) => key !== null)
    await lockPersonKeys({ req, keys })
    const references = await candidateReferences(sqlOf(req))
    await lockReferences({ req, references, candidateId: keptId })
    await lockCustomPeople({ req, candidateId: keptId })
    for (const id of [keptId, mergedId].sort())
      await lockRecord({ req, collection: 'candidates', id })
    const later = await refusalByLater({ req, merge })
    if (later) return later
    const held = await refusalByHold({ req, ids: [keptId, mergedId] })
    if (held) return held
    const taken = await refusalByKeys({ req, keys, ids: [keptId, mergedId] })
    if (taken) return taken

    const state = await stateBefore({ req, mergeId, mergedId })
    // The merged one lets go of what it kept as keys, so that the kept one can take its own back.
    await writeKeys({ req, candidateId: mergedId, keys: [null, null, null] })
    await putBackLogins({ req, mergeId })
    await putBackValues({ req, merge, keptId })
    await putBack({ req, mergeId })
    await putCustomPeopleBack({ req, mergeId })
    const shared = await refusalByKeys({ req, keys, ids: [mergedId] })
    if (shared) return shared
    await writeKeys({ req, candidateId: mergedId, keys: before })
    const moved = await apart({ req, mergedId, state })
    if (!moved.ok) return moved
    await sqlOf(req).run({
      text: 'delete from candidate_merge_moves where merge_id = $1',
      values: [mergeId],
    })
    await req.payload.update({
      collection: 'candidate-merges',
      id: mergeId,
      data: { undoneAt: await databaseNow(req), undoneByName: nameOf(actor), values: null },
      req,
      overrideAccess: true,
      depth: 0,
    })
    await publish({
      req,
      event: {
        name: 'candidate.merge-taken-back',
        subject: { kind: 'candidate', id: keptId },
        person: { kind: 'candidate', id: keptId },
        changes: { merged: [merge.mergedRef, null] },
      },
    })
    return ok({ keptId, mergedId })
  },
})

const refusal = async ({
  req,
  merge,
}: {
  req: PayloadRequest
  merge: Merge
}): Promise<{ ok: false; failure: Failure } | null> => {
  if (merge.undoneAt)
    return refuseState({ code: 'already-undone', message: 'This merge was undone before.' })
  if (await isUndoOver({ req, mergeId: merge.id }))
    return refuseState({
      code: 'too-late',
      message:
        'A merge can be undone for one day. Make a new candidate for the other person instead.',
    })
  return null
}

/** Whatever happened to one of the two as a whole since has to be undone first, or cannot be. */
const refusalByLater = async ({
  req,
  merge,
}: {
  req: PayloadRequest
  merge: Merge
}): Promise<{ ok: false; failure: Failure } | null> => {
  const row = await sqlOf(req).first({
    schema: z.object({ kept: z.string(), merged: z.string(), into: z.string().nullable() }),
    text: `select kept.state as kept, merged.state as merged, merged.merged_into_id::text as into
      from candidates kept, candidates merged where kept.id = $1 and merged.id = $2
        and kept.deleted_at is null and merged.deleted_at is null`,
    values: [idOf(merge.kept), idOf(merge.merged)],
  })
  if (row?.kept === 'merged' || (row && row.into !== idOf(merge.kept)))
    return refuseState({
      code: 'merged-again',
      message: 'The kept record was merged into another one since. Undo that merge first.',
    })
  return !row || row.kept === 'anonymised' || row.merged !== 'merged'
    ? refuseState({
        code: 'not-there',
        message: 'One of the two was erased or deleted since, so there is nothing to go back to.',
      })
    : null
}

type Keys = readonly [string | null, string | null, string | null]

/** By what the merged one was known, in the order of `keyColumns`. */
const keysBefore = async ({
  req,
  mergeId,
  mergedId,
}: {
  req: PayloadRequest
  mergeId: string
  mergedId: string
}): Promise<Keys> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ column: z.string(), key: z.string().nullable() }),
    text: `select known.name as column,
        case when m.merge_id is null then known.value else m.before #>> '{}' end as key
      from candidates c
        cross join lateral (values ${keyColumns.map((column) => `('${column}', c.${column})`).join(', ')})
          as known (name, value)
        left join candidate_merge_moves m on m.merge_id = $1 and m.table_name = 'candidates'
          and m.row_id = c.id::text and m.column_name = known.name
      where c.id = $2`,
    values: [mergeId, mergedId],
  })
  const of = (wanted: string) => rows.find(({ column }) => column === wanted)?.key ?? null
  return [of('email_normalised'), of('phone_e164'), of('profile_url_normalised')]
}

const writeKeys = async ({
  req,
  candidateId,
  keys,
}: {
  req: PayloadRequest
  candidateId: string
  keys: Keys
}): Promise<void> => {
  await sqlOf(req).run({
    text: `update candidates set ${keyColumns.map((column, at) => `${column} = $${at + 2}`).join(', ')}
      where id = $1`,
    values: [candidateId, ...keys],
  })
}

/** An e-mail that somebody else was given since cannot go back. */
const refusalByKeys = async ({
  req,
  keys,
  ids,
}: {
  req: PayloadRequest
  keys: readonly string[]
  ids: readonly string[]
}): Promise<{ ok: false; failure: Failure } | null> => {
  const other = await sqlOf(req).first({
    schema: z.object({ ref: z.string().nullable() }),
    text: `select ref from candidates where deleted_at is null and id <> all($2::uuid[])
      and (email_normalised = any($1) or phone_e164 = any($1) or profile_url_normalised = any($1))
      limit 1`,
    values: [keys, ids],
  })
  return other
    ? refuseState({
        code: 'key-taken',
        message: `Candidate ${other.ref ?? ''} has the e-mail, phone or profile page of the merged record now. Take it off there first.`,
      })
    : null
}

const stateBefore = async ({
  req,
  mergeId,
  mergedId,
}: {
  req: PayloadRequest
  mergeId: string
  mergedId: string
}): Promise<string> => {
  const row = await sqlOf(req).first({
    schema: z.object({ state: z.string() }),
    text: `delete from candidate_merge_moves
      where merge_id = $1 and table_name = 'candidates' and row_id = $2 and column_name = 'state'
      returning before #>> '{}' as state`,
    values: [mergeId, mergedId],
  })
  if (!row) throw new Error(`The merge ${mergeId} does not know what it was.`)
  return row.state
}

const putBackLogins = async ({
  req,
  mergeId,
}: {
  req: PayloadRequest
  mergeId: string
}): Promise<void> => {
  const isOfLogins = `(table_name = 'portal_accounts'
    or (table_name = 'candidates' and column_name = 'portal_account_id'))`
  // Each login is one candidate’s alone: what is let go comes before what is taken.
  await sqlOf(req).run({
    text: `update candidates c set portal_account_id = null from candidate_merge_moves m
      where m.merge_id = $1 and ${isOfLogins} and m.row_id = c.id::text
        and coalesce(to_jsonb(c.portal_account_id), 'null') = coalesce(m.after, 'null')`,
    values: [mergeId],
  })
  await sqlOf(req).run({
    text: `update candidate_merge_moves set after = 'null' where merge_id = $1
      and table_name = 'candidates' and column_name = 'portal_account_id'`,
    values: [mergeId],
  })
  await putBack({ req, mergeId, only: isOfLogins })
}

/** Through the collection, so that keys, search and history follow. */
const putBackValues = async ({
  req,
  merge,
  keptId,
}: {
  req: PayloadRequest
  merge: Merge
  keptId: string
}): Promise<void> => {
  const kept = await req.payload.findByID({
    collection: 'candidates',
    id: keptId,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const written = z
    .record(z.string(), z.tuple([z.unknown(), z.unknown()]))
    .nullable()
    .parse(merge.values ?? null)
  const data = Object.fromEntries(
    Object.entries(written ?? {}).flatMap(([name, [before, after]]) =>
      isSameValue(Reflect.get(kept, name), after) ? [[name, before]] : [],
    ),
  )
  if (Object.keys(data).length === 0) return
  await req.payload.update({
    collection: 'candidates',
    id: keptId,
    data,
    req,
    overrideAccess: true,
    depth: 0,
  })
}

const apart = async ({
  req,
  mergedId,
  state,
}: {
  req: PayloadRequest
  mergedId: string
  state: string
}): Promise<Result<unknown>> =>
  await moveRecord({
    req,
    collection: 'candidates',
    id: mergedId,
    to: state,
    data: { mergedInto: null },
    what: 'candidate',
  })
