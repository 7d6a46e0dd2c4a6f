import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '#plugins/kernel'
import type { Day } from '#plugins/kernel/domain'

/**
 * How many candidates have all these skills and valid credentials and are free by a day, up to `most`.
 * Words that are nobody's skill are left to the conversation; null when no word is one, because then
 * nobody can be counted. For the product's own use: it names nobody.
 */
export const countMatchingCandidates = async ({
  req,
  skills,
  credentialTypeIds,
  availableBy,
  without,
  most,
}: {
  req: PayloadRequest
  skills: readonly string[]
  credentialTypeIds: readonly string[]
  availableBy: Day
  /** Candidates who are not to be counted. */
  without: readonly string[]
  most: number
}): Promise<number | null> => {
  const words = [...new Set(skills.map((skill) => skill.trim().toLowerCase()).filter(Boolean))]
  if (words.length === 0 && credentialTypeIds.length === 0) return null
  const row = await sqlOf(req).first({
    schema: z.object({ known: wholeNumber, found: wholeNumber }),
    text: `with known as materialized (
        select word from unnest($1::text[]) word
        where exists (select from candidates_texts t where t.path = 'skills' and lower(t.text) = word)),
      fitting as (
        select c.id from candidates c
        where c.deleted_at is null and c.state in ('new', 'active', 'in_process')
          and (c.available_on is null or c.available_on <= $3)
          and not c.id = any($4::uuid[])
          and (select count(distinct lower(t.text)) from candidates_texts t
            join known on known.word = lower(t.text)
            where t.parent_id = c.id and t.path = 'skills') = (select count(*) from known)
          and (select count(distinct k.type_id) from credentials k
            where k.candidate_id = c.id and k.type_id = any($2::uuid[])
              and k.state in ('verified', 'waived')
              and (k.expires_on is null or k.expires_on >= $3)) = cardinality($2::uuid[])
        limit $5)
      select (select count(*) from known) as known, (select count(*) from fitting) as found`,
    values: [words, [...new Set(credentialTypeIds)], availableBy, without, most],
  })
  if (!row || (row.known === 0 && credentialTypeIds.length === 0)) return null
  return row.found
}
