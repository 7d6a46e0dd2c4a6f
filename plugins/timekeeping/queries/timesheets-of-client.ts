import type { PayloadRequest } from 'payload'

import { sqlOf } from '#plugins/kernel'
import { clientInReach } from '#plugins/placements'
import { sheetColumns, sheetRow, sheetTables, type Sheet } from './sheet-rows'

/**
 * The sheets submitted to the signed-in contact's client, those that wait first; staff with
 * `time.read` name a client.
 */
export const timesheetsOfClient = async ({
  req,
  clientId,
}: {
  req: PayloadRequest
  clientId?: string
}): Promise<Sheet[]> => {
  const own = clientInReach({ req, clientId, permission: 'time.read' })
  if (!own) return []
  return await sqlOf(req).rows({
    schema: sheetRow,
    text: `select ${sheetColumns} from ${sheetTables} where s.client_id = $1 and s.state <> 'draft'
      order by (s.state = 'submitted') desc, s.week_starts_on desc, s.id desc limit 200`,
    values: [own],
  })
}
