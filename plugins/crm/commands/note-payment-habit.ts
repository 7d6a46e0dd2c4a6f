import type { PayloadRequest } from 'payload'

import { lockRecord } from '#plugins/kernel'

/** Keeps whether a client pays within its terms, as billing has seen it. */
export const notePaymentHabit = async ({
  req,
  clientId,
  habit,
}: {
  req: PayloadRequest
  clientId: string
  habit: 'in_time' | 'late'
}): Promise<void> => {
  const client = await lockRecord({ req, collection: 'client-corporations', id: clientId })
  if (!client || client.paymentHabit === habit) return
  await req.payload.update({
    collection: 'client-corporations',
    id: clientId,
    data: { paymentHabit: habit },
    req,
    overrideAccess: true,
    depth: 0,
  })
}
