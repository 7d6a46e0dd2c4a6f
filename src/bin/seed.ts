import { getPayload } from 'payload'

import { env } from '#env'
import config from '../../payload.config'
import { inviteFirstAdmin } from '../seed/first-admin'
import { seedOnce } from '../seed/seed-once'

/**
 * Puts in what an installation begins with: the demo agency, or with DEMO=off the first admin of
 * ADMIN_EMAIL. Safe to repeat. Prints one line of JSON: what was made, logins and links.
 */
const seed = async (): Promise<void> => {
  const payload = await getPayload({ config, disableOnInit: true })
  const result = env.DEMO === 'on' ? await demo(payload) : await start(payload)
  await payload.destroy()
  process.stdout.write(`${JSON.stringify(result)}\n`)
}

type App = Awaited<ReturnType<typeof getPayload>>

const demo = async (payload: App) => {
  if (env.SMTP_URL)
    throw new Error('The demo writes to people who do not exist: seed it without SMTP_URL.')
  return await seedOnce({ payload, siteUrl: env.siteUrl })
}

const start = async (payload: App) => ({
  seeded: false,
  logins: [],
  links: env.ADMIN_EMAIL
    ? await inviteFirstAdmin({ payload, email: env.ADMIN_EMAIL, adminUrl: env.ADMIN_URL })
    : [],
})

await seed()
process.exit(0)
