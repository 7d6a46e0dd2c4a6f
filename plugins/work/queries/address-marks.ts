import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'

export type AddressMarks = { isGone: boolean; wantsNoMailings: boolean }

/** What is known of addresses, for code that is about to write to them; those without a mark are left out. */
export const addressMarks = async ({
  req,
  addresses,
}: {
  req: PayloadRequest
  addresses: readonly string[]
}): Promise<ReadonlyMap<string, AddressMarks>> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ address: z.string(), gone: z.boolean(), out: z.boolean() }),
    text: `select address, coalesce(bounce::text = 'hard', false) as gone,
        opted_out_at is not null as out
      from mail_addresses where address = any($1::text[])`,
    values: [[...addresses]],
  })
  return new Map(
    rows.map(({ address, gone, out }) => [address, { isGone: gone, wantsNoMailings: out }]),
  )
}
