import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, sqlOf, wholeNumber } from '#plugins/kernel'
import { can } from '#plugins/kernel/domain'

const row = z
  .object({
    id: z.string(),
    name: z.string(),
    state: z.string(),
    colour: z.string().nullable(),
    is_hidden: z.boolean(),
    cards: wholeNumber,
  })
  .transform(({ is_hidden: isHidden, ...stage }) => ({ ...stage, isHidden }))

/** A stage with how many candidates stand in it, ended ones too. */
export type ListedStage = z.output<typeof row>

/** All stages in their order; null without the right to set them up. */
export const stageList = async (req: PayloadRequest): Promise<ListedStage[] | null> => {
  if (!can({ actor: actorOf(req), permission: 'settings.write' })) return null
  return await sqlOf(req).rows({
    schema: row,
    text: `select stage.id, stage.name, stage.state, stage.colour,
        coalesce(stage.is_hidden, false) as is_hidden, count(submission.id) as cards
      from stages stage left join submissions submission on submission.stage_id = stage.id
      group by stage.id order by stage.position, stage.name, stage.id`,
  })
}
