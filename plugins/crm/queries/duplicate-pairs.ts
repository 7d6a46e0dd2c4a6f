import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, instant, sqlOf } from '#plugins/kernel'
import { can } from '#plugins/kernel/domain'
import { duplicateKeys, likenessOf } from '../domain/duplicates'
import { isComparable, personTraits } from './person-traits'

const person = z.object({
  id: z.string(),
  ref: z.string().nullable(),
  name: z.string().nullable(),
  headline: z.string().nullable(),
  city: z.string().nullable(),
  state: z.string(),
})

export type ComparedPerson = z.output<typeof person>

const pair = z.object({
  id: z.string(),
  score: z.number(),
  reasons: z.array(z.string()),
  dismissedAt: instant.nullable(),
  dismissedBy: z.string().nullable(),
  one: person,
  other: person,
})

export type DuplicatePair = z.output<typeof pair>

const asPerson = (of: string) =>
  `jsonb_build_object('id', ${of}.id, 'ref', ${of}.ref, 'name', ${of}.name,
    'headline', ${of}.headline, 'city', ${of}.city, 'state', ${of}.state)`

const pairsPerPage = 50

/** Pairs that look like one person, the likeliest first; or those that somebody told apart, newest first. */
export const duplicatePairs = async ({
  req,
  dismissed,
  page,
}: {
  req: PayloadRequest
  dismissed: boolean
  page: number
}): Promise<{ pairs: DuplicatePair[]; hasMore: boolean }> => {
  if (!can({ actor: actorOf(req), permission: 'candidates.read' }))
    return { pairs: [], hasMore: false }
  const pairs = await sqlOf(req).rows({
    schema: pair,
    text: `select d.id::text, d.score, d.reasons, d.dismissed_at as "dismissedAt",
        d.dismissed_by_name as "dismissedBy", ${asPerson('one')} as one, ${asPerson('other')} as other
      from candidate_duplicates d
        join candidates one on one.id = d.one_id and ${isComparable('one')}
        join candidates other on other.id = d.other_id and ${isComparable('other')}
      where d.dismissed_at is ${dismissed ? 'not null' : 'null'}
      order by ${dismissed ? 'd.dismissed_at desc' : 'd.score desc'}, d.id
      limit ${pairsPerPage + 1} offset $1`,
    values: [(page - 1) * pairsPerPage],
  })
  return { pairs: pairs.slice(0, pairsPerPage), hasMore: pairs.length > pairsPerPage }
}

export type LikelyDuplicate = { person: ComparedPerson; score: number; reasons: readonly string[] }

/** Who may be the same person as a candidate, compared now: whoever was just entered is compared, too. */
export const duplicatesOf = async ({
  req,
  candidateId,
}: {
  req: PayloadRequest
  candidateId: string
}): Promise<LikelyDuplicate[]> => {
  if (!can({ actor: actorOf(req), permission: 'candidates.read' })) return []
  const sql = sqlOf(req)
  const traits = (await personTraits({ sql, ids: [candidateId] })).get(candidateId)
  if (!traits) return []
  const near = await sql.rows({
    schema: person,
    text: `select c.id::text, c.ref, c.name, c.headline, c.city, c.state
      from (select candidate_id from candidate_duplicate_keys
        where keys && $2 and candidate_id <> $1 limit 200) k
        join candidates c on c.id = k.candidate_id and ${isComparable('c')}
      where not exists (select from candidate_duplicates d where d.dismissed_at is not null
        and d.one_id = least(c.id, $1::uuid) and d.other_id = greatest(c.id, $1::uuid))`,
    values: [candidateId, duplicateKeys(traits)],
  })
  const others = await personTraits({ sql, ids: near.map(({ id }) => id) })
  return near
    .flatMap((other): LikelyDuplicate[] => {
      const theirs = others.get(other.id)
      const likeness = theirs ? likenessOf(traits, theirs) : null
      return likeness ? [{ person: other, ...likeness }] : []
    })
    .sort((one, other) => other.score - one.score || one.person.id.localeCompare(other.person.id))
    .slice(0, 20)
}
