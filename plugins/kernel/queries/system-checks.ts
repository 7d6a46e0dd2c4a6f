import { z } from 'zod'

import { poolOf, wholeNumber } from '../database/sql'
import { installation } from '../domain/actor'
import { formatAge } from '../domain/format-age'
import type { SystemCheck } from '../registry/registry'

/** Events are sealed each minute; what is older than this and unsealed means that nobody seals. */
const sealLateMinutes = 10

/** An agency that loses a week of work does not come back to the product. */
const backupLateDays = 7

const database: SystemCheck = {
  key: 'database',
  label: 'Database',
  read: async ({ payload, sql }) => {
    const row = await sql.first({
      schema: z.object({ version: z.string(), size: z.string() }),
      text: `select split_part(current_setting('server_version'), ' ', 1) as version,
        pg_size_pretty(pg_database_size(current_database())) as size`,
    })
    const pool = poolOf(payload)
    const waiting = pool.waitingCount
    return {
      tone: waiting > 0 ? 'warn' : 'good',
      text: `PostgreSQL ${row?.version ?? ''}, ${row?.size ?? ''}`,
      hint: `This process holds ${pool.totalCount} of ${pool.options.max} connections${
        waiting > 0
          ? `, and ${waiting} requests wait for one: raise DATABASE_POOL or add a process.`
          : '.'
      }`,
    }
  },
}

const workers: SystemCheck = {
  key: 'workers',
  label: 'Workers',
  read: async ({ sql }) => {
    const row = await sql.first({
      schema: z.object({ alive: wholeNumber }),
      text: `select count(*) as alive from worker_heartbeats where seen_at > now() - interval '20 seconds'`,
    })
    const alive = row?.alive ?? 0
    return alive > 0
      ? { tone: 'good', text: alive === 1 ? 'One is at work' : `${alive} are at work` }
      : {
          tone: 'bad',
          text: 'None is at work',
          hint: 'No mail leaves and nothing that follows from an event is done. Start one: npm run worker.',
        }
  },
}

const seal: SystemCheck = {
  key: 'seal',
  label: 'Audit seal',
  read: async ({ sql }) => {
    const row = await sql.first({
      schema: z.object({
        no: wholeNumber.nullable(),
        seconds: z.coerce.number().nullable(),
        is_late: z.boolean(),
      }),
      text: `with last as (
          select no, sealed_at from event_seals order by no desc limit 1
        )
        select (select no from last) as no,
          (select extract(epoch from now() - sealed_at) from last) as seconds,
          exists (
            select from domain_events
            where at < now() - interval '${sealLateMinutes} minutes'
              and at > coalesce((select sealed_at from last), '-infinity')
          ) as is_late`,
    })
    if (!row) throw new Error('The database told nothing about the seal.')
    const last =
      row.no === null
        ? 'Nothing is sealed yet'
        : `Seal ${row.no}, ${formatAge(row.seconds ?? 0)} ago`
    if (!row.is_late) return { tone: row.no === null ? 'neutral' : 'good', text: last }
    return row.no === null
      ? { tone: 'warn', text: last, hint: 'A worker seals what was committed, each minute.' }
      : {
          tone: 'bad',
          text: last,
          hint: `Events of more than ${sealLateMinutes} minutes are not sealed: is a worker running?`,
        }
  },
}

const backup: SystemCheck = {
  key: 'backup',
  label: 'Last backup',
  read: async ({ sql }) => {
    const last = await sql.first({
      schema: z.object({
        seconds: z.coerce.number(),
        changes: z.object({
          file: z.tuple([z.null(), z.string()]),
          missingFiles: z.tuple([z.null(), wholeNumber]),
        }),
      }),
      text: `select extract(epoch from now() - at) as seconds, changes from domain_events
        where subject_type = $1 and subject_id = $2 and name = 'backup.made'
        order by at desc limit 1`,
      values: [installation.kind, installation.id],
    })
    if (!last)
      return {
        tone: 'warn',
        text: 'None was made yet',
        hint: 'npm run backup -- FILE writes everything into one archive while the product runs.',
      }
    const {
      file: [, file],
      missingFiles: [, missing],
    } = last.changes
    const text = `${formatAge(last.seconds)} ago`
    if (missing > 0)
      return {
        tone: 'warn',
        text,
        hint: `${missing} files that records name were not there. The backup named them.`,
      }
    return last.seconds > backupLateDays * 86_400
      ? { tone: 'warn', text, hint: 'Make one: npm run backup -- FILE.' }
      : { tone: 'good', text, hint: file }
  },
}

/** What the kernel itself says about its health. */
export const kernelChecks: readonly SystemCheck[] = [database, workers, seal, backup]
