import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import type { Permission } from '#plugins/agency/domain'
import { actorOf, instant } from '#plugins/kernel'
import { can, instantOf, refuseRight, type Failure } from '#plugins/kernel/domain'
import { periodsOf, type Periods } from '../domain'
import { reportsSql } from './reports-sql'

/** Why somebody may not read a figure; null when they may. Every figure needs `reports.read`. */
export const refusalOf = ({
  req,
  also = [],
}: {
  req: PayloadRequest
  also?: readonly Permission[]
}): { ok: false; failure: Failure } | null => {
  const actor = actorOf(req)
  const needed: readonly Permission[] = ['reports.read', ...also]
  return needed.every((permission) => can({ actor, permission })) ? null : refuseRight()
}

export type Clock = Periods & {
  now: string
  zone: string
  /** The moment at which the week of reports began there. */
  weekBegins: string
}

/** The database's moment, and the day it is where the reader works. */
export const readClock = async (req: PayloadRequest): Promise<Clock> => {
  const actor = actorOf(req)
  const zone = actor.kind === 'staff' ? actor.zone : 'UTC'
  const row = await reportsSql(req).first({
    schema: z.object({ now: instant, today: z.string() }),
    text: `select now() as now, to_char(now() at time zone $1, 'YYYY-MM-DD') as today`,
    values: [zone],
  })
  if (!row) throw new Error('The database told no time.')
  const periods = periodsOf(row.today)
  const { instant: weekBegins } = instantOf({ day: periods.weekStartsOn, time: '00:00', zone })
  return { ...periods, now: row.now, zone, weekBegins }
}
