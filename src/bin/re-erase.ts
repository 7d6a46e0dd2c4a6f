import { getPayload } from 'payload'

import { env } from '#env'
import { reapplyErasures } from '#plugins/crm'
import config from '../../payload.config'

/** `npm run re-erase`: after a restore, erases everybody again who was erased since that backup. */
const payload = await getPayload({ config, disableOnInit: true })
const again = await reapplyErasures({ payload, dataDir: env.dataDir })
await payload.destroy()
process.stdout.write(`re-erase: ${again} people were erased again\n`)
process.exit(0)
