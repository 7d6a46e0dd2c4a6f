import { prepareSeededTemplate } from './seeded-template'

/** Makes the database of the journeys ahead of them; they find it on the same server. */
await prepareSeededTemplate({ adminUrl: process.env.TEST_DATABASE_ADMIN_URL })
