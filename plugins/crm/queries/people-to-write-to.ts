import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, sqlOf } from '#plugins/kernel'
import { ok, refuseInput, type PersonRef, type Result } from '#plugins/kernel/domain'
import { canBePutForward } from '../domain/candidate-workflow'
import { matchingCandidates, mayReadPay } from './find-candidates'
import { poolSearch } from './pool-search'
import { isPoolInReach } from './pools-in-reach'
import { reachableSearch } from './saved-searches'

/** Somebody as a letter sees them: whom to greet, where, and what stands against writing. */
export type PersonToWriteTo = {
  id: string
  firstName: string
  name: string
  address: string | null
  clientId: string | null
  clientName: string | null
  /** In the trash. */
  isGone: boolean
  /** The agency does not work with them, or they were erased. */
  isBarred: boolean
  /** The time for which they may be kept is over, or they said no to it. */
  isOver: boolean
  /** Asked not to be contacted. */
  isSilenced: boolean
  /** They or the client want nothing to do with each other. */
  isBlocked: boolean
  /** Took back every consent to have applications handled. */
  hasWithdrawn: boolean
  /** Agreed to news or to later jobs and did not take it back; contacts of clients need not. */
  takesNews: boolean
}

const row = z
  .object({
    id: z.string(),
    first_name: z.string().nullable(),
    last_name: z.string().nullable(),
    address: z.string().nullable(),
    client_id: z.string().nullable(),
    client_name: z.string().nullable(),
    is_gone: z.boolean(),
    state: z.string().nullable(),
    is_over: z.boolean(),
    is_silenced: z.boolean(),
    is_blocked: z.boolean(),
    has_withdrawn: z.boolean(),
    takes_news: z.boolean(),
  })
  .transform(
    (person): PersonToWriteTo => ({
      id: person.id,
      firstName: person.first_name ?? '',
      name: [person.first_name, person.last_name].filter(Boolean).join(' '),
      address: person.address,
      clientId: person.client_id,
      clientName: person.client_name,
      isGone: person.is_gone,
      isBarred: person.state !== null && !canBePutForward(person.state),
      isOver: person.is_over,
      isSilenced: person.is_silenced,
      isBlocked: person.is_blocked,
      hasWithdrawn: person.has_withdrawn,
      takesNews: person.takes_news,
    }),
  )

/**
 * The people with these ids, for code that is about to write to them and has checked who may. Whoever
 * does not exist is left out.
 *
 * @param clientId whose order the letter is about: blocks between the two count
 */
export const peopleToWriteTo = async ({
  req,
  kind,
  ids,
  clientId,
}: {
  req: PayloadRequest
  kind: PersonRef['kind']
  ids: readonly string[]
  clientId: string | null
}): Promise<PersonToWriteTo[]> =>
  await sqlOf(req).rows(
    kind === 'candidate'
      ? { schema: row, text: candidates, values: [[...ids], clientId] }
      : { schema: row, text: contacts, values: [[...ids]] },
  )

const candidates = `select person.id, person.first_name, person.last_name,
    person.email_normalised as address, null as client_id, null as client_name,
    person.deleted_at is not null as is_gone, person.state,
    person.unusable_since is not null as is_over,
    coalesce(person.do_not_contact, false) as is_silenced,
    exists (select 1 from client_blocks block
      where block.candidate_id = person.id and block.client_id = $2::uuid and block.ended_at is null
        and (block.until is null or block.until::date >= (now() at time zone 'Etc/GMT+12')::date)
    ) as is_blocked,
    coalesce((select bool_and(consent.withdrawn_at is not null) from consents consent
      where consent.candidate_id = person.id and consent.purpose::text = 'application'), false
    ) as has_withdrawn,
    exists (select 1 from consents consent
      where consent.candidate_id = person.id and consent.withdrawn_at is null
        and consent.purpose::text in ('marketing', 'talent-pool')) as takes_news
  from candidates person where person.id = any($1::uuid[])`

const contacts = `select person.id, person.first_name, person.last_name,
    person.email_normalised as address, person.client_id, client.name as client_name,
    person.deleted_at is not null as is_gone, null as state, false as is_over, false as is_silenced,
    false as is_blocked, false as has_withdrawn, true as takes_news
  from client_contacts person join client_corporations client on client.id = person.client_id
  where person.id = any($1::uuid[])`

/** The people who carry a label, at most so many, the newest first. */
export const peopleWithLabel = async ({
  req,
  kind,
  labelId,
  limit,
}: {
  req: PayloadRequest
  kind: PersonRef['kind']
  labelId: string
  limit: number
}): Promise<string[]> => {
  const table = kind === 'candidate' ? 'candidates' : 'client_contacts'
  const rows = await sqlOf(req).rows({
    schema: z.object({ id: z.string() }),
    text: `select person.id from ${table} person
      where person.deleted_at is null and exists (select 1 from ${table}_rels link
        where link.parent_id = person.id and link.path = 'labels' and link.labels_id = $1)
      order by person.id desc limit $2`,
    values: [labelId, limit],
  })
  return rows.map(({ id }) => id)
}

/** Who is in a talent pool that the asker may see, at most so many, the newest first. */
export const peopleInPool = async ({
  req,
  poolId,
  limit,
}: {
  req: PayloadRequest
  poolId: string
  limit: number
}): Promise<Result<string[]>> => {
  if (!(await isPoolInReach({ req, id: poolId })))
    return refuseInput({ poolId: 'This pool is gone, or not shared with you. Choose another.' })
  const rows = await sqlOf(req).rows({
    schema: z.object({ id: z.string() }),
    text: `select member.candidate_id::text as id from pool_members member
      where member.pool_id = $1 order by member.candidate_id desc limit $2`,
    values: [poolId, limit],
  })
  return ok(rows.map(({ id }) => id))
}

/** Whom a saved search finds that the asker may open, at most so many, the newest first. */
export const peopleFoundBy = async ({
  req,
  savedSearchId,
  limit,
}: {
  req: PayloadRequest
  savedSearchId: string
  limit: number
}): Promise<Result<string[]>> => {
  const kept = await reachableSearch({ req, id: savedSearchId })
  const refuse = (problem: string) => refuseInput({ savedSearchId: problem })
  if (!kept) return refuse('This saved search is gone, or not shared with you. Choose another.')
  const actor = actorOf(req)
  const meant = await poolSearch({ req, search: kept.search, ownerId: actor.id })
  if (!meant.ok) return refuse(meant.problem)
  if (meant.search.filter.pay !== undefined && !mayReadPay(actor))
    return refuse('This search asks for pay, which your role may not see. Choose another.')
  return ok(
    await matchingCandidates({ sql: sqlOf(req), ...meant.search, but: () => 'true', most: limit }),
  )
}
