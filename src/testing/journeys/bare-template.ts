import { randomUUID } from 'node:crypto'
import { z } from 'zod'

import { createDatabase, testEnv } from '../database'
import { runProgram, type SeededTemplate } from '../seeded-template'

export type BareTemplate = Omit<SeededTemplate, 'stop'> & {
  /** By which the admin chooses the password that stands in `logins`. */
  resetToken: string
}

const email = 'admin@agency.test'

/** A database with the first admin in it and nothing else, as an installation without the demo begins. */
export const prepareBareTemplate = async ({
  adminUrl,
}: {
  adminUrl: string
}): Promise<BareTemplate> => {
  const name = 'placewright_bare'
  const env = {
    ...process.env,
    ...testEnv({ databaseUrl: await createDatabase({ adminUrl, name }) }),
    NODE_ENV: 'production' as const,
    DEMO: 'off',
    ADMIN_EMAIL: email,
  }
  runProgram({ file: 'src/bin/migrate.ts', env })
  const printed = runProgram({ file: 'src/bin/seed.ts', env }).trim().split('\n').at(-1) ?? ''
  const { links } = seeded.parse(JSON.parse(printed))
  return {
    databaseAdminUrl: adminUrl,
    name,
    dataDir: env.DATA_DIR,
    logins: [{ role: 'admin', email, password: `chosen ${randomUUID()}` }],
    resetToken: new URL(links[0].url).pathname.split('/').at(-1) ?? '',
  }
}

const seeded = z.object({ links: z.tuple([z.object({ url: z.url() })]) })
