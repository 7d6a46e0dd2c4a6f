import { z } from 'zod'

import { defineJob, type Attempt } from '#plugins/kernel'

const perStep = 500
/** While places are still being brought in, nothing is begun. */
const restSeconds = 10
/** The next minute goes on. */
const mostSteps = 400

/**
 * Puts the candidates into the search anew, in steps that each commit: when places were changed, when
 * an update asks for it or somebody with the right. A step that is lost with its worker is done again.
 */
export const rebuildSearchJob = defineJob({
  name: 'rebuild-search',
  input: z.object({}),
  leaseSeconds: 900,
  retryLimit: 2,
  retryDelaySeconds: 30,
  cron: '* * * * *',
  run: async ({ attempt }) => {
    for (let step = 0; step < mostSteps; step += 1) if (!(await isMoreAfter(attempt))) return
  },
})

const isMoreAfter = async (attempt: Attempt): Promise<boolean> =>
  await attempt.transaction(async ({ sql }) => {
    const due = await sql.first({
      schema: z.object({ done_to: z.string().nullable(), with_papers: z.boolean() }),
      text: `select done_to, with_papers from candidate_search_rebuild
        where asked_at < clock_timestamp() - make_interval(secs => ${restSeconds})
        for update skip locked`,
    })
    if (!due) return false
    const rows = await sql.rows({
      schema: z.object({ id: z.string() }),
      text: `select id from candidates where $1::uuid is null or id > $1::uuid
        order by id limit ${perStep}`,
      values: [due.done_to],
    })
    const ids = rows.map(({ id }) => id)
    if (ids.length === 0) {
      await sql.run({ text: 'delete from candidate_search_rebuild' })
      return false
    }
    // Whoever changes one of them meanwhile waits, and is put in by their own commit.
    await sql.run({
      text: 'select from candidates where id = any($1::uuid[]) order by id for no key update',
      values: [ids],
    })
    await sql.run({ text: 'select candidates_contacted($1::uuid[])', values: [ids] })
    await sql.run({
      text: `select candidate_search_refresh($1::uuid[], case when $2 then $1::uuid[] else '{}' end)`,
      values: [ids, due.with_papers],
    })
    await sql.run({
      text: 'update candidate_search_rebuild set done_to = $1::uuid',
      values: [ids.at(-1)],
    })
    return true
  })
