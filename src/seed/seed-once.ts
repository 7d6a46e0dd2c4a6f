import type { Payload } from 'payload'
import { z } from 'zod'

import { poolOf, sqlOutside, wholeNumber } from '#plugins/kernel'
import { seedDemo } from './demo'
import { rememberDemo } from './demo-rows'
import { demoLinks, type DemoLink } from './demo-links'
import { layGround, type Login } from './found-agency'

export type Seeded = { seeded: boolean; logins: Login[]; links: DemoLink[] }

/** Its row among the counters: 1 while the story is being played, 2 when it was played to the end, 3 when it was removed. */
const marker = 'demo-seed'
const begun = 1
const done = 2
const removed = 3

/**
 * Seeds the demo into a database that holds nothing yet, once. What a seed that was interrupted left
 * behind is cleared and played anew; a database that somebody else filled is left as it is.
 */
export const seedOnce = async ({
  payload,
  siteUrl,
}: {
  payload: Payload
  siteUrl: string
}): Promise<Seeded> => {
  const state = await seedState(payload)
  const isOthers = state === null && !(await isEmpty(payload))
  if (isOthers) return { seeded: false, logins: [], links: [] }
  if (state === done)
    return { seeded: false, logins: [], links: await demoLinks({ payload, siteUrl }) }
  if (state === removed) return { seeded: false, logins: [], links: [] }
  if (state === begun) await clearInterrupted({ payload })
  await mark({ payload, value: begun })
  await layGround({ payload })
  const logins = await rememberDemo({ payload, play: async () => await seedDemo({ payload }) })
  await mark({ payload, value: done })
  return { seeded: true, logins, links: await demoLinks({ payload, siteUrl }) }
}

const seedState = async (payload: Payload): Promise<number | null> => {
  const row = await sqlOutside(payload).first({
    schema: z.object({ value: wholeNumber }),
    text: 'select value from counters where name = $1',
    values: [marker],
  })
  return row?.value ?? null
}

/** After this a start leaves the installation as it is. */
export const markRemoved = async (payload: Payload): Promise<void> =>
  await mark({ payload, value: removed })

const mark = async ({ payload, value }: { payload: Payload; value: number }): Promise<void> => {
  await sqlOutside(payload).run({
    text: `insert into counters (name, value) values ($1, $2)
      on conflict (name) do update set value = excluded.value`,
    values: [marker, value],
  })
}

const isEmpty = async (payload: Payload): Promise<boolean> => {
  const row = await sqlOutside(payload).first({
    schema: z.object({ is_empty: z.boolean() }),
    text: `select not exists (select 1 from users) and not exists (select 1 from client_corporations)
      and not exists (select 1 from candidates) as is_empty`,
  })
  return row?.is_empty ?? false
}

/** Everything that the interrupted seed wrote: nobody else has, or the marker would not say so. */
export const clearInterrupted = async ({ payload }: { payload: Payload }): Promise<void> => {
  const client = await poolOf(payload).connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(relname) as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
          and relname <> 'payload_migrations'`,
    )
    const tables = rows.map(({ name }) => name)
    for (const table of tables) await client.query(`alter table ${table} disable trigger user`)
    await client.query(`truncate ${tables.join(', ')} restart identity`)
    for (const table of tables) await client.query(`alter table ${table} enable trigger user`)
    await client.query('delete from pgboss.job')
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
