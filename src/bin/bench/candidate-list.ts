import { z } from 'zod'

import { candidateColumns } from './candidate-columns'
import { differences, documentOf, type Document } from './documents'
import type { Bench, Workload } from './workload'

const page = 25
const newest = `select ${candidateColumns} from candidates where deleted_at is null
  order by created_at desc limit ${page}`
const total = 'select count(*)::integer as total from candidates where deleted_at is null'

/** The newest candidates, a page of them, with or without the number of all. */
export const candidateList = ({
  bench: { rest, db },
  hasTotal,
}: {
  bench: Bench
  hasTotal: boolean
}): Workload => {
  const path = `/api/candidates?limit=${page}&sort=-createdAt&depth=0${hasTotal ? '' : '&pagination=false'}`
  const product = async () => await rest.get(path)
  const raw = async () => ({
    rows: (await db.query<Document>(newest)).rows,
    total: hasTotal ? (await db.query<{ total: number }>(total)).rows[0]?.total : undefined,
  })
  return {
    name: `list of ${page}, ${hasTotal ? 'with' : 'without'} total`,
    call: `GET ${path}`,
    product,
    raw,
    differences: async () => {
      const one = listed.parse(await product())
      const other = await raw()
      return [
        ...(one.docs.length === page ? [] : [`${one.docs.length} rows instead of ${page}`]),
        ...(hasTotal && one.totalDocs !== other.total
          ? [`${one.totalDocs} in all, and ${other.total} by SQL`]
          : []),
        ...differences({ what: 'row', product: one.docs, raw: other.rows.map(documentOf) }),
      ]
    },
  }
}

const listed = z.object({
  docs: z.array(z.record(z.string(), z.unknown())),
  totalDocs: z.number(),
})
