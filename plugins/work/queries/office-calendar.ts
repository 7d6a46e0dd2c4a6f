import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { usualCalendar, type WorkingCalendar } from '../domain/working-time'

/**
 * When the office of a colleague works, on its own clock; for who has no office on theirs, and without
 * a colleague that of the agency's first office.
 */
export const officeCalendar = async ({
  req,
  ownerId,
}: {
  req: PayloadRequest
  ownerId: string | null
}): Promise<WorkingCalendar> => {
  const row = await sqlOf(req).first({
    schema: z.object({ zone: z.string().nullable() }),
    text: `select coalesce(
        (select coalesce(o.zone, u.zone) from users u left join offices o on o.id = u.office_id
          where u.id = $1),
        (select zone from offices order by created_at, id limit 1)) as zone`,
    values: [ownerId],
  })
  return usualCalendar(row?.zone ?? 'UTC')
}
