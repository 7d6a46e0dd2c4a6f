import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { needsDemoStripe, startDemoStripe } from './steps/demo-stripe.mjs'
import { freePort } from './steps/port.mjs'
import { isAlive } from './steps/process-identity.mjs'

const root = resolve(import.meta.dirname, '../..')
let home = ''

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'placewright-stripe-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const start = async (port: number) => {
  const stripe = await startDemoStripe({
    root,
    home,
    port,
    env: { ...process.env, PAYLOAD_SECRET: 'the secret of one installation' },
    logFile: join(home, 'stand-in.log'),
  })
  await stripe.ready()
  return stripe
}

describe('the payment stand-in of the demo', () => {
  it.each([
    { env: { DEMO: 'on' }, needed: true },
    { env: { DEMO: 'on', STRIPE_SECRET_KEY: 'sk_test_own' }, needed: false },
    { env: { DEMO: 'off' }, needed: false },
  ])('is needed with $env: $needed', ({ env, needed }) => {
    expect(needsDemoStripe({ NODE_ENV: 'test', ...env })).toBe(needed)
  })

  it('answers with the keys it hands out, keeps them over a restart, and ends with the rest', async () => {
    const port = await freePort()
    const first = await start(port)
    const { STRIPE_API_URL, STRIPE_SECRET_KEY } = first.settings
    const balance = async (key: string | undefined) =>
      (
        await fetch(`${STRIPE_API_URL}/v1/checkout/sessions/cs_none`, {
          headers: { Authorization: `Bearer ${key}` },
        })
      ).status
    expect(await balance(STRIPE_SECRET_KEY)).toBe(404)
    expect(await balance('sk_test_other')).toBe(401)
    await first.service.stop()
    expect(isAlive(first.service.pid ?? 0)).toBe(false)

    const second = await start(port)
    expect(second.settings).toEqual(first.settings)
    await second.service.stop()
  }, 60_000)

  it('takes the next free port when one beside the web server is taken', async () => {
    const port = await freePort()
    const taken = createServer()
    await new Promise<void>((listening) => taken.listen(port + 1, '127.0.0.1', listening))
    try {
      const { service, settings } = await start(port)
      expect(settings.STRIPE_API_URL).not.toBe(`http://127.0.0.1:${port + 1}`)
      await service.stop()
    } finally {
      taken.close()
    }
  }, 60_000)
})
