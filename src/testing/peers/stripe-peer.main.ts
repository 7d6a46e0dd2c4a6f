/**
 * The Stripe peer as a process of its own, for the demo that runs without Stripe keys. Reads
 * STRIPE_PEER_PORT, STRIPE_PEER_WEBHOOK_URL and STRIPE_WEBHOOK_SECRET, and when set
 * STRIPE_SECRET_KEY and STRIPE_PEER_STATE. Ends on SIGTERM and when its parent goes away.
 */
import { z } from 'zod'
import { startStripePeer } from './stripe-peer'

const settings = z
  .object({
    STRIPE_PEER_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
    STRIPE_PEER_WEBHOOK_URL: z.url(),
    STRIPE_WEBHOOK_SECRET: z.string().min(1),
    STRIPE_SECRET_KEY: z.string().startsWith('sk_test_').optional(),
    STRIPE_PEER_STATE: z.string().min(1).optional(),
  })
  .parse(process.env)

/** Long enough to see 'processing' in the demo, short enough to wait for. */
const DEMO_SETTLE_MS = 20_000

const peer = await startStripePeer({
  webhookUrl: settings.STRIPE_PEER_WEBHOOK_URL,
  secret: settings.STRIPE_WEBHOOK_SECRET,
  port: settings.STRIPE_PEER_PORT,
  settleLaterAfterMs: DEMO_SETTLE_MS,
  ...(settings.STRIPE_SECRET_KEY ? { secretKey: settings.STRIPE_SECRET_KEY } : {}),
  ...(settings.STRIPE_PEER_STATE ? { statePath: settings.STRIPE_PEER_STATE } : {}),
})

const ready = { ready: true, url: peer.url, port: peer.port, secretKey: peer.secretKey }
process.stdout.write(`${JSON.stringify(ready)}\n`)
process.send?.(ready)

let isStopping = false
const stop = () => {
  if (isStopping) return
  isStopping = true
  peer.close().then(
    () => process.exit(0),
    () => process.exit(1),
  )
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
process.on('disconnect', stop)
