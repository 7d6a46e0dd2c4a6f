import { z } from 'zod'

import { candidateColumns } from './candidate-columns'
import { differences, documentOf, type Document } from './documents'
import type { Bench, Workload } from './workload'

const compared = 25

/** One candidate with the skills, another one at each turn. */
export const candidateById = async ({ rest, db, turns }: Bench): Promise<Workload> => {
  const { rows } = await db.query<{ id: string }>(
    'select id from candidates order by md5(ref) limit $1',
    [turns],
  )
  const idAt = (turn: number): string => {
    const row = rows[turn % rows.length]
    if (!row) throw new Error('There are no candidates.')
    return row.id
  }
  const product = async (turn: number) => await rest.get(`/api/candidates/${idAt(turn)}?depth=0`)
  const raw = async (turn: number) =>
    await db.query<Document>(
      `select ${candidateColumns} from candidates where id = $1 and deleted_at is null`,
      [idAt(turn)],
    )
  return {
    name: 'candidate by id',
    call: 'GET /api/candidates/<id>?depth=0',
    product,
    raw,
    differences: async () => {
      const [one, other]: [Document[], Document[]] = [[], []]
      for (let turn = 0; turn < compared; turn += 1) {
        one.push(z.record(z.string(), z.unknown()).parse(await product(turn)))
        other.push(...(await raw(turn)).rows.map(documentOf))
      }
      return differences({ what: 'candidate', product: one, raw: other })
    },
  }
}
