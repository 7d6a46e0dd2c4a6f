import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { sqlOf } from '#plugins/kernel'
import { termsOfPlacement } from '#plugins/placements'
import { termsInForce } from '#plugins/placements/domain'

type Sheet = DataFromCollectionSlug<'timesheets'>

/**
 * Writes on each entry the version of the terms by which it is paid and billed. Terms agreed later
 * for the same days do not touch approved time.
 */
export const stampTerms = async ({
  req,
  sheet,
}: {
  req: PayloadRequest
  sheet: Sheet
}): Promise<void> => {
  const terms = await termsOfPlacement({ req, placementId: idOf(sheet.placement) })
  const sql = sqlOf(req)
  const entries = await sql.rows({
    schema: z.object({ id: z.string(), work_on: z.string() }),
    text: 'select id, work_on from time_entries where timesheet_id = $1',
    values: [sheet.id],
  })
  const stamps = entries.map(({ id, work_on: on }) => ({
    id,
    // A worker who started before the agreed day works by the first terms.
    terms_id: (termsInForce({ terms, on }) ?? terms[0])?.id ?? null,
  }))
  await sql.run({
    text: `update time_entries e set terms_id = x.terms_id, updated_at = now()
      from jsonb_to_recordset($1::jsonb) as x(id uuid, terms_id uuid) where e.id = x.id`,
    values: [JSON.stringify(stamps)],
  })
}

/** The sheet is open again: what it is paid by is settled at its next approval. */
export const clearTerms = async ({
  req,
  sheet,
}: {
  req: PayloadRequest
  sheet: Sheet
}): Promise<void> => {
  await sqlOf(req).run({
    text: 'update time_entries set terms_id = null, updated_at = now() where timesheet_id = $1',
    values: [sheet.id],
  })
}
