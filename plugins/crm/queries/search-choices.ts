import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { poolsInReach } from './pools-in-reach'

const choice = z.object({ id: z.string(), name: z.string() })

export type SearchChoices = {
  skills: readonly z.output<typeof choice>[]
  credentials: readonly z.output<typeof choice>[]
  owners: readonly z.output<typeof choice>[]
  labels: readonly z.output<typeof choice>[]
  /** Talent pools that the reader may see. */
  pools: readonly z.output<typeof choice>[]
  currencies: readonly string[]
  /** With whom a search may be shared. */
  roles: readonly z.output<typeof choice>[]
}

/** What the filters of a search offer. For screens that have asked for the right to see candidates. */
export const searchChoices = async (req: PayloadRequest): Promise<SearchChoices> => {
  const sql = sqlOf(req)
  const named = async (text: string) => await sql.rows({ schema: choice, text })
  return {
    skills: await named('select id, name from skills order by lower(name) limit 2000'),
    credentials: await named(
      'select id, name from credential_types order by lower(name) limit 200',
    ),
    owners: await named(
      'select id, name from users where is_disabled is not true order by lower(name), id limit 500',
    ),
    labels: await named(`select l.id, l.name from labels l
      where exists (select from labels_kinds k where k.parent_id = l.id and k.value::text = 'candidates')
      order by lower(l.name) limit 200`),
    pools: await poolsInReach({ req }),
    roles: await named('select id, name from roles order by lower(name) limit 100'),
    currencies: (
      await sql.rows({
        schema: z.object({ currency: z.string() }),
        text: `select code as currency from (
            select distinct currency as code from legal_entities where currency is not null) used
          order by code`,
      })
    ).map(({ currency }) => currency),
  }
}
