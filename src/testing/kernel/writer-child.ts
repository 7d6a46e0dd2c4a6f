import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { getPayload } from 'payload'

import config from '../../../payload.config'

/** Writes rows one after the other and tells each that was acknowledged, until told to stop. */
const payload = await getPayload({ config, disableOnInit: true })
let isStopping = false
process.on('message', () => {
  isStopping = true
})
process.send?.({ ready: true })
while (!isStopping) {
  const key = randomUUID()
  try {
    const { id } = await payload.create({
      collection: 'roles',
      data: { key, name: key, permissions: [] },
      overrideAccess: true,
    })
    process.send?.({ written: String(id) })
  } catch (error) {
    process.send?.({ failed: error instanceof Error ? error.message : String(error) })
    await wait(50)
  }
}
process.exit(0)
