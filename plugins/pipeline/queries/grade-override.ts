import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf } from '#plugins/kernel'
import { isGrade, type Grade } from '../domain/qualification-choices'

/** The grade that a manager has decided on, while it holds. */
export const gradeOverride = async ({
  req,
  jobOrderId,
}: {
  req: PayloadRequest
  jobOrderId: string
}): Promise<{ grade: Grade; until: string } | null> => {
  const row = await sqlOf(req).first({
    schema: z.object({ grade: z.string(), until: instant }),
    text: `select override_grade::text as grade, override_until as until from job_orders
      where id = $1 and override_grade is not null and override_until > now()`,
    values: [jobOrderId],
  })
  return row && isGrade(row.grade) ? { grade: row.grade, until: row.until } : null
}
