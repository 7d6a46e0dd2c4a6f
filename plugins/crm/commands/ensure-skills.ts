import { z } from 'zod'

import { defineCommand, nextNumber, publish, sqlOf } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { listedSkills } from '../domain/skill-list'
import { skillKeys } from '../domain/skill-words'

/**
 * Gives a new installation a list of skills. Once: what an agency has deleted does not come back, and
 * an agency that has a list of its own is given none.
 */
export const ensureSkills = defineCommand({
  name: 'ensure-skills',
  summary: 'Write down the skills that agencies often ask for, unless there is a list already',
  input: z.object({}),
  allow: { staff: 'settings.write' },
  run: async ({ ctx: { req } }) => {
    const sql = sqlOf(req)
    const begun = await sql.first({
      schema: z.object({ name: z.string() }),
      text: `select name from counters where name = 'skills'`,
    })
    if (begun) return ok({ created: 0 })
    const first = await nextNumber({ req, counter: 'skills', count: listedSkills.length })
    const rows = await sql.rows({
      schema: z.object({ id: z.string(), name: z.string() }),
      text: `insert into skills (id, name, category, number)
        select uuid_v7(), given.name, given.category::enum_skills_category, $2::int + given.at::int - 1
          from rows from (jsonb_to_recordset($1::jsonb) as (name text, category text))
            with ordinality as given (name, category, at)
        returning id, name`,
      values: [JSON.stringify(listedSkills), first],
    })
    const ids = new Map(rows.map(({ id, name }) => [name, id]))
    const texts = listedSkills.flatMap((skill) => [
      ...skill.aliases.map((text, at) => ({ skill, path: 'aliases', at, text })),
      ...skillKeys(skill).map((text, at) => ({ skill, path: 'keys', at, text })),
    ])
    await sql.run({
      text: `insert into skills_texts (parent_id, path, "order", text)
        select given.parent, given.path, given."order", given.text
          from jsonb_to_recordset($1::jsonb)
            as given (parent uuid, path text, "order" int, text text)`,
      values: [
        JSON.stringify(
          texts.map(({ skill, path, at, text }) => ({
            parent: ids.get(skill.name),
            path,
            order: at + 1,
            text,
          })),
        ),
      ],
    })
    for (const { id, name } of rows)
      await publish({
        req,
        event: {
          name: 'skill.created',
          subject: { kind: 'skill', id },
          changes: { name: [null, name] },
        },
      })
    return ok({ created: rows.length })
  },
})
