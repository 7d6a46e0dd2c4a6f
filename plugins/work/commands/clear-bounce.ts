import { z } from 'zod'

import { defineCommand, lockRecord } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'

import { trustAddress } from './note-bounce'

/** After the address was set right at the other end: mail goes there again. */
export const clearBounce = defineCommand({
  name: 'clear-bounce',
  summary: 'Take an address for good again whose mail came back',
  input: z.object({ mailAddressId: z.uuid('Choose an address.') }),
  allow: { staff: 'mail.read' },
  run: async ({ input: { mailAddressId }, ctx: { req } }) => {
    const known = await lockRecord({ req, collection: 'mail-addresses', id: mailAddressId })
    if (!known) return refuseMissing('address')
    if (!known.bounce)
      return refuseState({
        code: 'not-bounced',
        message: 'Mail to this address did not come back.',
      })
    await trustAddress({ req, address: known.address })
    return ok({ mailAddressId })
  },
})
