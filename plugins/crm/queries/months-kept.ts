import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '#plugins/kernel'
import { retentionDefaults, type RetainedClass } from '../domain/retention'

/** For how many months the agency keeps a class of data; its own rule, else the one we begin with. */
export const monthsKept = async ({
  req,
  dataClass,
}: {
  req: PayloadRequest
  dataClass: RetainedClass
}): Promise<number> => {
  const rule = await sqlOf(req).first({
    schema: z.object({ months: wholeNumber }),
    text: 'select keep_months as months from retention_rules where data_class::text = $1',
    values: [dataClass],
  })
  return rule?.months ?? retentionDefaults[dataClass].months
}
