import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '#plugins/kernel'
import type { Day } from '#plugins/kernel/domain'
import { skillKeys } from '../domain/skill-words'

/**
 * How many candidates have all these skills and valid credentials and are free on a day, up to `most`.
 * Words that no skill of the list knows are left to the conversation; null when none is known, because
 * then nobody can be counted. Answered from the table of the search, whose indexes hold at any size. For
 * the product's own use: it names nobody.
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
  const numbers = await knownNumbers({ req, skills })
  const types = [...new Set(credentialTypeIds)]
  if (numbers.length === 0 && types.length === 0) return null
  const row = await sqlOf(req).first({
    schema: z.object({ found: wholeNumber }),
    text: `select count(*) as found from (
        select from candidate_search s
        where ${numbers.length > 0 ? 's.skills @> $1::int[]' : '$1::int[] is not null'}
          and ${types.length > 0 ? 's.credentials @> $2::uuid[]' : '$2::uuid[] is not null'}
          and not exists (select from unnest(s.credentials, s.credentials_until) held(type, until)
            where held.type = any($2::uuid[]) and held.until < $3::date)
          and s.state in ('new', 'active', 'in_process')
          and (s.available_from is null or s.available_from <= $3::date)
          and not s.away @> $3::date
          and not s.candidate_id = any($4::uuid[])
        limit $5) fitting`,
    values: [numbers, types, availableBy, without, most],
  })
  return row?.found ?? null
}

const knownNumbers = async ({
  req,
  skills,
}: {
  req: PayloadRequest
  skills: readonly string[]
}): Promise<readonly number[]> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ number: wholeNumber }),
    text: `select distinct s.number from skills_texts t join skills s on s.id = t.parent_id
      where t.path = 'keys' and t.text = any($1)`,
    values: [skills.flatMap((name) => skillKeys({ name, aliases: [] }))],
  })
  return rows.map(({ number }) => number)
}
