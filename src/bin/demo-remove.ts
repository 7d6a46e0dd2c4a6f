import { getPayload } from 'payload'

import { env } from '#env'
import config from '../../payload.config'
import { inviteFirstAdmin } from '../seed/first-admin'
import { removeDemo } from '../seed/remove-demo'
import { markRemoved } from '../seed/seed-once'
import { endProgram } from './archive/end-program'
import { StepFailure } from './steps/failure.mjs'

/** `npm run demo:remove`: takes away what the demo made, and says what it kept and why. */
const demoRemove = async (): Promise<{ lines: string[] }> => {
  const payload = await getPayload({ config, disableOnInit: true })
  const removal = await removeDemo({
    payload,
    demandAdmin: () => {
      if (!env.ADMIN_EMAIL)
        throw new StepFailure(
          'With the demo its colleagues go, and nobody would be left who may sign in. Set ADMIN_EMAIL to your address in .env, or invite yourself in the admin first.',
        )
    },
  })
  if (!removal) return { lines: ['There is no demo here: nothing was removed.'] }
  const { removed, kept, hasAdmin } = removal
  await markRemoved(payload)
  const links =
    !hasAdmin && env.ADMIN_EMAIL
      ? await inviteFirstAdmin({ payload, email: env.ADMIN_EMAIL, adminUrl: env.ADMIN_URL })
      : []
  await payload.destroy()
  const total = Object.values(removed).reduce((sum, count) => sum + count, 0)
  return {
    lines: [
      `${total} rows of the demo are removed:`,
      ...Object.entries(removed).map(
        ([table, count]) => `  ${count} ${table.replaceAll('_', ' ')}`,
      ),
      ...(kept.length > 0
        ? [
            `${kept.length} records stay, because somebody changed them or they belong to what stays:`,
            ...kept.map(
              ({ label, title, reason }) =>
                `  ${label} “${title}”: ${reason === 'touched' ? 'changed since' : 'belongs to what stays'}`,
            ),
          ]
        : ['Nothing of it stays.']),
      ...links.map(({ label, url }) => `${label}: ${url}`),
      ...(env.DEMO === 'on' ? ['Set DEMO=off in .env, so that mails leave the house.'] : []),
    ],
  }
}

await endProgram(demoRemove)
