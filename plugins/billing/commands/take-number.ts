import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf, takeTurn, wholeNumber } from '#plugins/kernel'
import { dayIn, type Day, type Instant, type Zone } from '#plugins/kernel/domain'
import { documentNumber } from '#plugins/agency/domain'

export type IssueStamp = { number: string; issueOn: Day; issuedAt: Instant }

/**
 * The next number of a series, with the moment and day of issue: one series per legal entity, kind of
 * document and year, gapless and in order of time (EU Art. 226(2); the strictest national reading).
 * The row of the series stays locked until the commit, so it is taken last; a rollback gives the
 * number back. The clock is read under the lock, and never before the number before.
 */
export const takeNumber = async ({
  req,
  legalEntityId,
  kind,
  prefix,
  digits,
  zone,
}: {
  req: PayloadRequest
  legalEntityId: string
  kind: 'invoice' | 'credit-note'
  prefix: string
  digits: number
  zone: Zone
}): Promise<IssueStamp> => {
  const guess = dayIn({ instant: await clock({ req }), zone })
  const stamp = await advance({ req, legalEntityId, kind, year: yearOf(guess), zone })
  // Midnight of a new year passed while waiting: the number stays in the year that was locked.
  const issueOn = yearOf(stamp.issueOn) === yearOf(guess) ? stamp.issueOn : guess
  await sqlOf(req).run({
    text: `update invoice_series set last_issue_on = $4
      where legal_entity_id = $1 and kind = $2 and year = $3`,
    values: [legalEntityId, kind, yearOf(guess), issueOn],
  })
  return {
    number: documentNumber({
      series: {
        prefix: kind === 'credit-note' ? `${prefix}-CN` : prefix,
        year: yearOf(guess),
        digits,
      },
      sequence: stamp.sequence,
    }),
    issueOn,
    issuedAt: stamp.issuedAt,
  }
}

const advance = async ({
  req,
  legalEntityId,
  kind,
  year,
  zone,
}: {
  req: PayloadRequest
  legalEntityId: string
  kind: string
  year: number
  zone: Zone
}) => {
  // Waiting on the row itself is unfair: late comers may overtake until the first gives up.
  await takeTurn({ req, name: `series:${legalEntityId}:${kind}:${year}` })
  const row = await sqlOf(req).first({
    schema: z.object({ last: wholeNumber, last_issue_on: z.string().nullable(), now: instant }),
    text: `insert into invoice_series (legal_entity_id, kind, year, last) values ($1, $2, $3, 1)
      on conflict (legal_entity_id, kind, year) do update set last = invoice_series.last + 1
      returning last, last_issue_on, clock_timestamp() as now`,
    values: [legalEntityId, kind, year],
  })
  if (!row) throw new Error('The series gave no number.')
  const today = dayIn({ instant: row.now, zone })
  return {
    sequence: row.last,
    issuedAt: row.now,
    issueOn: row.last_issue_on && row.last_issue_on > today ? row.last_issue_on : today,
  }
}

/** The database's clock at this moment, not at the beginning of the transaction. */
const clock = async ({ req }: { req: PayloadRequest }): Promise<Instant> => {
  const row = await sqlOf(req).first({
    schema: z.object({ now: instant }),
    text: 'select clock_timestamp() as now',
  })
  if (!row) throw new Error('The database does not know the time.')
  return row.now
}

const yearOf = (day: Day): number => Number(day.slice(0, 4))
