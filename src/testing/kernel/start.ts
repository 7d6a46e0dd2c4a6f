import { poolOf, prepareQueues } from '#plugins/kernel'
import { startPayload, type TestApp } from '../harness'
import { addTestContribution, testTables } from './contribution'

/** The product with the commands, jobs and tables of the kernel's tests. */
export const startWithTestJobs = async (
  options: Parameters<typeof startPayload>[0] = {},
): Promise<TestApp> => {
  const app = await startPayload(options)
  addTestContribution(app.payload)
  await poolOf(app.payload).query(testTables)
  await prepareQueues({ payload: app.payload, databaseUrl: app.databaseUrl })
  return app
}
