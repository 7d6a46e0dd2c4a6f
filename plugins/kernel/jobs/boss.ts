import PgBoss from 'pg-boss'

import { processWide } from '../registry/process-wide'

/** The schema pg-boss owns in the product's database. */
export const bossSchema = 'pgboss'

/** Sends only, and only through the transaction it is given; never started. */
export const sendingBoss = (): PgBoss =>
  processWide({
    name: 'boss-sender',
    make: () =>
      new PgBoss({
        schema: bossSchema,
        db: {
          executeSql: () => {
            throw new Error('A job was sent without the transaction of its cause.')
          },
        },
      }),
  })
