import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { databaseNow, lockRecord, sqlOf } from '#plugins/kernel'
import { normaliseEmail } from '#plugins/kernel/domain'
import { mostSoftBounces, type BounceKind } from '../domain/bounce'

/**
 * Notes that mail to an address came back. Put off often enough in a row, it counts as gone; an address
 * that is gone stays so until a colleague says otherwise.
 */
export const noteBounce = async ({
  req,
  address,
  kind,
  reason,
}: {
  req: PayloadRequest
  address: string
  kind: BounceKind
  reason: string
}): Promise<void> => {
  await changeAddress({
    req,
    address,
    change: async (known) => {
      if (known?.bounce === 'hard') return null
      const softBounces = kind === 'soft' ? (known?.softBounces ?? 0) + 1 : 0
      return {
        bounce: kind === 'hard' || softBounces >= mostSoftBounces ? 'hard' : 'soft',
        bounceReason: reason.slice(0, 500),
        bouncedAt: await databaseNow(req),
        softBounces,
      }
    },
  })
}

/**
 * A mail that was sent came back later: told of it once, its address is marked. Whether it was the first
 * that was heard of it.
 */
export const noteReturned = async ({
  req,
  mailId,
  kind,
  reason,
}: {
  req: PayloadRequest
  mailId: string
  kind: BounceKind
  reason: string
}): Promise<boolean> => {
  const mail = await sqlOf(req).first({
    schema: z.object({ to: z.string() }),
    text: `update outbound_mails set returned_at = now(), server_answer = $2, updated_at = now()
      where id = $1 and returned_at is null returning "to"`,
    values: [mailId, reason.slice(0, 500)],
  })
  if (!mail) return false
  await noteBounce({ req, address: mail.to, kind, reason })
  return true
}

const noBounce = { bounce: null, bounceReason: null, bouncedAt: null, softBounces: 0 } as const

/** A mail got through: what came back before was passing. */
export const noteDelivered = async ({
  req,
  address,
}: {
  req: PayloadRequest
  address: string
}): Promise<void> => {
  if (await idOfAddress({ req, address }))
    await changeAddress({
      req,
      address,
      change: (row) => (row?.bounce === 'soft' ? noBounce : null),
    })
}

/** A colleague says that mail goes there again. */
export const trustAddress = async ({
  req,
  address,
}: {
  req: PayloadRequest
  address: string
}): Promise<void> => {
  if (await idOfAddress({ req, address }))
    await changeAddress({ req, address, change: (row) => (row?.bounce ? noBounce : null) })
}

/** Whoever reads mail at this address wants no mailings; letters to them alone are not meant. */
export const optOut = async ({
  req,
  address,
}: {
  req: PayloadRequest
  address: string
}): Promise<void> => {
  await changeAddress({
    req,
    address,
    change: async (known) => (known?.optedOutAt ? null : { optedOutAt: await databaseNow(req) }),
  })
}

type MailAddress = DataFromCollectionSlug<'mail-addresses'>

type Marks = Partial<
  Pick<MailAddress, 'bounce' | 'bounceReason' | 'bouncedAt' | 'softBounces' | 'optedOutAt'>
>

/** Two who mark the same address wait for each other, also while it has no row yet. */
const changeAddress = async ({
  req,
  address: given,
  change,
}: {
  req: PayloadRequest
  address: string
  change: (known: MailAddress | null) => Marks | null | Promise<Marks | null>
}): Promise<void> => {
  const address = normaliseEmail(given)
  if (!address) return
  await sqlOf(req).run({
    text: `select pg_advisory_xact_lock(hashtextextended('mail-address:' || $1, 0))`,
    values: [address],
  })
  const id = await idOfAddress({ req, address })
  const known = id ? await lockRecord({ req, collection: 'mail-addresses', id }) : null
  const marks = await change(known)
  if (!marks) return
  if (known)
    await req.payload.update({
      collection: 'mail-addresses',
      id: known.id,
      data: marks,
      req,
      overrideAccess: true,
      depth: 0,
    })
  else
    await req.payload.create({
      collection: 'mail-addresses',
      data: { address, softBounces: 0, ...marks },
      req,
      overrideAccess: true,
      depth: 0,
    })
}

const idOfAddress = async ({
  req,
  address,
}: {
  req: PayloadRequest
  address: string
}): Promise<string | null> => {
  const row = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: 'select id from mail_addresses where address = $1',
    values: [normaliseEmail(address)],
  })
  return row?.id ?? null
}
