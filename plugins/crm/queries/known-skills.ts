import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import type { KnownSkill } from '../domain/skill-words'

/** The agency's list of skills, each with the folded words it is found by. */
export const knownSkills = async (req: PayloadRequest): Promise<KnownSkill[]> =>
  await sqlOf(req).rows({
    schema: z.object({ id: z.string(), name: z.string(), keys: z.array(z.string()) }),
    text: `select s.id, s.name, array_agg(t.text) as keys
      from skills s join skills_texts t on t.parent_id = s.id and t.path = 'keys'
      group by s.id, s.name`,
  })
