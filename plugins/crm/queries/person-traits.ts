import { z } from 'zod'

import type { Sql } from '#plugins/kernel'
import type { PersonTraits } from '../domain/duplicates'

const row = z.object({
  id: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  postcode: z.string().nullable(),
  city: z.string().nullable(),
  email: z.string().nullable(),
  employers: z.array(z.string()),
  schools: z.array(z.string()),
})

/** What candidates are compared by, of those who may be one with another: nobody erased, merged or in the bin. */
export const personTraits = async ({
  sql,
  ids,
}: {
  sql: Sql
  ids: readonly string[]
}): Promise<ReadonlyMap<string, PersonTraits>> => {
  const rows = await sql.rows({
    schema: row,
    text: `select c.id::text, c.first_name as "firstName", c.last_name as "lastName", c.postcode, c.city,
        c.email, coalesce(jobs.names, '{}') as employers, coalesce(studies.names, '{}') as schools
      from candidates c
        left join lateral (
          select array_agg(distinct left(employer, 200)) as names from (
            select employer from candidates_work_history h
            where h._parent_id = c.id and h.employer <> '' order by h._order limit 10) newest
        ) jobs on true
        left join lateral (
          select array_agg(distinct left(institution, 200)) as names from (
            select institution from candidates_education e
            where e._parent_id = c.id and e.institution <> '' order by e._order limit 5) newest
        ) studies on true
      where c.id = any($1::uuid[]) and ${isComparable('c')}`,
    values: [ids],
  })
  return new Map(rows.map(({ id, ...traits }) => [id, traits]))
}

export const isComparable = (candidate: string): string =>
  `${candidate}.deleted_at is null and ${candidate}.state not in ('merged', 'anonymised')`
