import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { poolOf, sqlOfReplica } from '#plugins/kernel'
import { openOrders, readClock } from '#plugins/reporting'
import { createDatabase, dropDatabase } from './database'
import { startPayload, type TestApp } from './harness'
import { makeOrder, makeWorld } from './staffing-world'

const replica = 'placewright_reports_copy'
let app: TestApp
let url: string

beforeAll(async () => {
  const adminUrl = inject('databaseAdminUrl')
  url = await createDatabase({ adminUrl, name: replica, template: 'placewright_template' })
  app = await startPayload({ env: { REPORTS_DATABASE_URL: url } })
})

afterAll(async () => {
  await app.stop()
  await dropDatabase({ adminUrl: inject('databaseAdminUrl'), name: replica })
})

describe('the copy for reports', () => {
  it('is where figures are read', async () => {
    await makeOrder({ world: await makeWorld({ payload: app.payload }) })
    expect((await poolOf(app.payload).query('select from job_orders')).rowCount).toBe(1)
    const req = await app.staffRequest({ role: 'manager' })
    const orders = await openOrders({ req, clock: await readClock(req) })
    expect(orders).toMatchObject({ ok: true, value: { total: 0 } })
  })

  it('takes no writes, whatever the address leads to', async () => {
    const sql = sqlOfReplica({ payload: app.payload, url })
    await expect(
      sql.run({ text: `insert into counters (name, value) values ('x', 1)` }),
    ).rejects.toThrow('read-only transaction')
  })
})
