import { inject } from 'vitest'

import { startAgency, type Agency } from './agency'

/** An installation for a journey, on a copy of what the global setup prepared. */
export const givenAgency = async (
  size: { webs?: number; workers?: number; hasReplica?: boolean } = {},
): Promise<Agency> =>
  await startAgency({
    template: {
      databaseAdminUrl: inject('databaseAdminUrl'),
      name: inject('seededTemplate'),
      dataDir: inject('seededFiles'),
      logins: inject('logins'),
    },
    ...size,
  })
