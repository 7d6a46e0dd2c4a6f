import { z } from 'zod'

import { wholeNumber, type Gauge, type SystemCheck } from '#plugins/kernel'
import { scannerAnswers } from '../adapters/clamd'

/** Whether files are scanned, and what waits for it. */
export const scanChecks = ({ clamdUrl }: { clamdUrl: string | null }): readonly SystemCheck[] => [
  {
    key: 'virus-scan',
    label: 'Virus scan',
    read: async ({ sql }) => {
      if (!clamdUrl)
        return {
          tone: 'warn',
          text: 'None is set',
          hint: 'Files are shown as “Not scanned” and given out. Set CLAMD_URL to have them scanned.',
        }
      const counts = await sql.first({
        schema: z.object({ pending: wholeNumber, infected: wholeNumber }),
        text: `select count(*) filter (where scan_status = 'pending') as pending,
            count(*) filter (where scan_status = 'infected') as infected
          from documents where scan_status in ('pending', 'infected')`,
      })
      const waiting = counts?.pending ?? 0
      const infected = counts?.infected ?? 0
      const held = infected > 0 ? ` ${infected} infected held back.` : ''
      return (await scannerAnswers({ clamdUrl }))
        ? {
            tone: 'good',
            text: `Answers, ${waiting} waiting`,
            ...(held ? { hint: held.trim() } : {}),
          }
        : {
            tone: 'bad',
            text: 'Does not answer',
            hint: `${waiting} new files wait and are not given out.${held}`,
          }
    },
  },
]

export const scanGauges: Gauge = async ({ sql }) => [
  {
    name: 'placewright_documents',
    help: 'Documents by the state of their virus scan.',
    type: 'gauge',
    samples: (
      await sql.rows({
        schema: z.object({ scan_status: z.string(), count: wholeNumber }),
        text: 'select scan_status, count(*) as count from documents group by scan_status',
      })
    ).map(({ scan_status, count }) => ({ labels: { scan: scan_status }, value: count })),
  },
]
