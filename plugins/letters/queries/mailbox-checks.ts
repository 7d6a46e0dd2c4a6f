import { z } from 'zod'

import { wholeNumber, type SystemCheck } from '#plugins/kernel'

/** Whether the mailboxes can be read, and whether mail waits to be filed. */
export const mailboxChecks: readonly SystemCheck[] = [
  {
    key: 'mailboxes',
    label: 'Mailboxes',
    read: async ({ sql }) => {
      const found = await sql.first({
        schema: z.object({
          active: wholeNumber,
          troubled: wholeNumber,
          late: wholeNumber,
          name: z.string().nullable(),
          problem: z.string().nullable(),
        }),
        text: `select count(*) as active,
            count(*) filter (where last_problem is not null) as troubled,
            count(*) filter (where coalesce(last_read_at, created_at) < now() - interval '15 minutes') as late,
            min(name) filter (where last_problem is not null) as name,
            min(last_problem) filter (where last_problem is not null) as problem
          from mailboxes where is_active`,
      })
      if (!found || found.active === 0)
        return {
          tone: 'neutral',
          text: 'None is read',
          hint: 'Set one up under Mailboxes to have answers filed.',
        }
      if (found.troubled > 0)
        return {
          tone: 'bad',
          text: `“${found.name ?? ''}” cannot be read`,
          hint: found.problem ?? 'Look at it under Mailboxes.',
        }
      if (found.late > 0)
        return {
          tone: 'warn',
          text: `${found.late} not read for 15 minutes`,
          hint: 'See whether a worker is running.',
        }
      return { tone: 'good', text: found.active === 1 ? '1 is read' : `${found.active} are read` }
    },
  },
]
