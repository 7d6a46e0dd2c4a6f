import { APIError, type CollectionBeforeDeleteHook } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '#plugins/kernel'

/** A skill that candidates are said to have, with years, is not deleted under them. */
export const guardSkillInUse: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const used = await sqlOf(req).first({
    schema: z.object({ candidates: wholeNumber }),
    text: `select count(distinct _parent_id) as candidates from candidates_expertise
      where skill_id::text = $1`,
    values: [String(id)],
  })
  if (used && used.candidates > 0)
    throw new APIError(
      `${used.candidates === 1 ? 'A candidate has' : `${used.candidates} candidates have`} this skill with years. Take it off them first, or make its name another word of a different skill.`,
      409,
      null,
      true,
    )
}
