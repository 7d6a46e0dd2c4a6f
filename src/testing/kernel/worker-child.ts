import { getPayload } from 'payload'

import { env } from '#env'
import { runWorker } from '#plugins/kernel'
import config from '../../../payload.config'
import { addTestContribution } from './contribution'

const payload = await getPayload({ config, disableOnInit: true })
addTestContribution(payload)
const worker = await runWorker({ payload, databaseUrl: env.DATABASE_URL, pollSeconds: 0.5 })
process.send?.('ready')
process.on('disconnect', () => {
  void worker.stop().then(() => process.exit(0))
})
