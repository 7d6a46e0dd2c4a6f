import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Interrupted, StepFailure } from './failure.mjs'
import { choosePort } from './port.mjs'
import { typescriptFile, withParent } from './programs.mjs'
import { startService } from './service.mjs'

/**
 * Whether the payment pages of this start are played by the stand-in: in the demo, unless the
 * operator has keys of his own.
 * @param {NodeJS.ProcessEnv} env of the product's own processes
 */
export const needsDemoStripe = (env) => env.DEMO === 'on' && !env.STRIPE_SECRET_KEY

/**
 * Starts the stand-in for Stripe beside the product. Its keys follow from the installation's secret,
 * and its port from that of the web server, so that pages and payments of an earlier start are known
 * to the next.
 * @param {{
 *   root: string,
 *   home: string,
 *   port: number,
 *   env: NodeJS.ProcessEnv,
 *   logFile: string,
 *   signal?: AbortSignal,
 * }} options `port` is the web server's
 * @returns {Promise<{
 *   service: import('./service.mjs').Service,
 *   settings: Record<string, string>,
 *   ready: () => Promise<void>,
 * }>} `settings` go into the environment of web and worker; `ready` rejects with a StepFailure when
 *   it does not answer
 */
export const startDemoStripe = async ({ root, home, port, env, logFile, signal }) => {
  const own = await choosePort({ first: port + 1 })
  const secretKey = `sk_test_${keyFrom({ env, use: 'api' })}`
  const webhookSecret = `whsec_${keyFrom({ env, use: 'webhook' })}`
  const service = startService({
    name: 'The payment stand-in',
    logFile,
    command: {
      program: process.execPath,
      args: [
        ...withParent({ root }),
        ...typescriptFile({ root, file: 'src/testing/peers/stripe-peer.main.ts' }),
      ],
      cwd: root,
      env: {
        ...env,
        STRIPE_PEER_PORT: String(own),
        STRIPE_PEER_WEBHOOK_URL: `http://127.0.0.1:${port}/api/webhooks/stripe`,
        STRIPE_PEER_STATE: join(home, 'demo-stripe.json'),
        STRIPE_SECRET_KEY: secretKey,
        STRIPE_WEBHOOK_SECRET: webhookSecret,
      },
    },
  })
  const url = `http://127.0.0.1:${own}`
  return {
    service,
    settings: {
      STRIPE_SECRET_KEY: secretKey,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      STRIPE_API_URL: url,
    },
    ready: () => answered({ url, ...(signal ? { signal } : {}) }),
  }
}

/** @param {{ env: NodeJS.ProcessEnv, use: string }} options */
const keyFrom = ({ env, use }) =>
  createHmac('sha256', env.PAYLOAD_SECRET ?? '')
    .update(`placewright.demo-stripe.${use}`)
    .digest('hex')
    .slice(0, 32)

/** @param {{ url: string, signal?: AbortSignal }} options @returns {Promise<void>} */
const answered = async ({ url, signal }) => {
  const deadline = Date.now() + 30_000
  for (;;) {
    if (signal?.aborted) throw new Interrupted()
    // Refused until it listens; what matters is whether anything answers.
    const isThere = await fetch(url).then(
      async ({ body }) => {
        await body?.cancel()
        return true
      },
      () => false,
    )
    if (isThere) return
    if (Date.now() > deadline) throw new StepFailure(`The payment stand-in at ${url} is silent.`)
    await wait(100)
  }
}
