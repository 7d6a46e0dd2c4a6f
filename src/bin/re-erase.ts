import { getPayload } from 'payload'

import { env } from '#env'
import { reapplyErasures } from '#plugins/crm'
import config from '../../payload.config'
import { endProgram } from './archive/end-program'

/** `npm run re-erase`: after a restore, erases everybody again who was erased since that backup. */
const reErase = async (): Promise<{ lines: string[] }> => {
  const payload = await getPayload({ config, disableOnInit: true })
  const again = await reapplyErasures({ payload, dataDir: env.dataDir })
  await payload.destroy()
  return {
    lines: [again === 1 ? 'One person was erased again.' : `${again} people were erased again.`],
  }
}

await endProgram(reErase)
