import type { PayloadRequest } from 'payload'

import { sqlOf } from '#plugins/kernel'
import { candidateInReach } from '#plugins/placements'
import { sheetColumns, sheetRow, sheetTables, type Sheet } from './sheet-rows'

/** The sheets of the signed-in worker, the latest week first; staff with `time.read` name one. */
export const timesheetsOfCandidate = async ({
  req,
  candidateId,
}: {
  req: PayloadRequest
  candidateId?: string
}): Promise<Sheet[]> => {
  const own = candidateInReach({ req, candidateId, permission: 'time.read' })
  if (!own) return []
  return await sqlOf(req).rows({
    schema: sheetRow,
    text: `select ${sheetColumns} from ${sheetTables} where s.candidate_id = $1
      order by s.week_starts_on desc, s.id desc limit 200`,
    values: [own],
  })
}
