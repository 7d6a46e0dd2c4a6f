import { z } from 'zod'

import { wholeNumber, type Gauge } from '#plugins/kernel'

/** The outbox as a monitor sees it. */
export const mailGauges: Gauge = async ({ sql }) => {
  const rows = await sql.rows({
    schema: z.object({ state: z.string(), count: wholeNumber, age: z.coerce.number() }),
    text: `select state, count(*) as count, extract(epoch from now() - min(created_at)) as age
      from outbound_mails group by state`,
  })
  const waiting = rows.filter(({ state }) => state === 'queued' || state === 'sending')
  return [
    {
      name: 'placewright_mails',
      help: 'Mails of the outbox by state.',
      type: 'gauge',
      samples: rows.map(({ state, count }) => ({ labels: { state }, value: count })),
    },
    {
      name: 'placewright_mail_oldest_seconds',
      help: 'Age of the oldest mail that has not left.',
      type: 'gauge',
      samples: [{ value: Math.max(0, ...waiting.map(({ age }) => age)) }],
    },
  ]
}
