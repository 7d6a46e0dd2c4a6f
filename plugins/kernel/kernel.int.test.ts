import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startPayload, type TestApp } from '../../src/testing/harness'
import { ensureDefaultRoles } from '#plugins/agency'
import { runCommand } from './index'

let app: TestApp

beforeAll(async () => {
  app = await startPayload()
})

afterAll(async () => {
  await app.stop()
})

describe('commands', () => {
  it('run for whoever has the permission and for nobody else', async () => {
    const allowed = await runCommand({
      command: ensureDefaultRoles,
      req: await app.staffRequest({ role: 'admin' }),
      input: {},
    })
    expect(allowed).toEqual({ ok: true, value: { created: [] } })
    const refused = await runCommand({
      command: ensureDefaultRoles,
      req: await app.staffRequest({ role: 'recruiter' }),
      input: {},
    })
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'right' } })
  })
})
