import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { moveRecord } from '#plugins/kernel'
import type { Result } from '#plugins/kernel/domain'
import type { OpenDetails } from '../domain/request-details'

/** Puts the ball into the client's court: they get a link that asks for exactly these details. */
export const askForDetails = async ({
  req,
  requestId,
  open: { details, question },
}: {
  req: PayloadRequest
  requestId: string
  open: OpenDetails
}): Promise<Result<DataFromCollectionSlug<'order-requests'>>> =>
  await moveRecord({
    req,
    collection: 'order-requests',
    id: requestId,
    to: 'needs_info',
    reason: question,
    data: { question, answer: null, askedDetails: [...details] },
    what: 'request',
  })
