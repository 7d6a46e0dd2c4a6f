import type { PayloadRequest } from 'payload'

import { isUuid } from '#plugins/kernel/domain'
import { mayRead } from '../access/reader'
import { readShortlist } from './read-shortlist'

/** A shortlist for the client it was sent to, and for staff; null for everybody else. */
export const shortlistForClient = async ({
  req,
  shortlistId,
}: {
  req: PayloadRequest
  shortlistId: string
}) => {
  if (!isUuid(shortlistId)) return null
  const found = await readShortlist({ req, shortlistId })
  const isReadable =
    found &&
    mayRead({
      req,
      purpose: 'shortlist.decide',
      subject: { kind: 'shortlist', id: shortlistId },
      permission: 'pipeline.read',
      clientId: found.clientId,
    })
  return isReadable ? found : null
}

export type ClientShortlist = NonNullable<Awaited<ReturnType<typeof shortlistForClient>>>
export type ClientShortlistItem = ClientShortlist['items'][number]
