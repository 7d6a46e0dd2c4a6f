import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { refuseState, type Failure } from '#plugins/kernel/domain'
import { clientBlockSources, clientBlockWords } from '../domain/client-block'

/**
 * The block that keeps a candidate from a client now, the client’s own wish first. The last day counts
 * wherever on earth it still is that day: a block rather ends an hour late than early.
 */
export const standingBlock = async ({
  req,
  candidateId,
  clientId,
}: {
  req: PayloadRequest
  candidateId: string
  clientId: string
}) =>
  await sqlOf(req).first({
    schema: z
      .object({
        wanted_by: z.enum(clientBlockSources),
        until: z.string().nullable(),
        placed_by_name: z.string(),
        client_name: z.string(),
      })
      .transform((row) => ({
        wantedBy: row.wanted_by,
        until: row.until,
        placedByName: row.placed_by_name,
        clientName: row.client_name,
      })),
    text: `select block.wanted_by::text as wanted_by, block.until, block.placed_by_name,
        client.name as client_name
      from client_blocks block join client_corporations client on client.id = block.client_id
      where block.candidate_id = $1 and block.client_id = $2 and block.ended_at is null
        and (block.until is null or block.until::date >= (now() at time zone 'Etc/GMT+12')::date)
      order by block.wanted_by = 'client' desc, block.id limit 1`,
    values: [candidateId, clientId],
  })

/** Why a candidate may not be shown to a client; null when nobody minds. */
export const refusalByBlock = async ({
  req,
  candidateId,
  clientId,
}: {
  req: PayloadRequest
  candidateId: string
  clientId: string
}): Promise<{ ok: false; failure: Failure } | null> => {
  const block = await standingBlock({ req, candidateId, clientId })
  return block
    ? refuseState({ code: 'blocked-for-client', message: clientBlockWords(block) })
    : null
}
