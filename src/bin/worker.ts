import { getPayload } from 'payload'

import { env } from '#env'
import { runWorker } from '#plugins/kernel'
import config from '../../payload.config'

const payload = await getPayload({ config, disableOnInit: true })
const worker = await runWorker({ payload, databaseUrl: env.DATABASE_URL })
payload.logger.info({ msg: 'The worker is ready' })
process.send?.('ready')

let isStopping = false

/** Lets the running jobs end, then leaves. */
const stop = async (): Promise<void> => {
  if (isStopping) return
  isStopping = true
  await worker.stop()
  await payload.destroy()
  process.exit(0)
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())
process.on('disconnect', () => void stop())
