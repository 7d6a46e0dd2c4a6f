import { z } from 'zod'

import { defineJob, publish, type Attempt } from '#plugins/kernel'
import { scanBytes, ScannerUnavailable, type ScanVerdict } from '../adapters/clamd'
import { readDocumentFile } from '../adapters/document-files'

export const scanDocumentQueue = 'scan-document'

/**
 * Has a stored file scanned between two short transactions. While the scanner is away the file stays
 * as it is, which for a new one means that nobody gets it; `scan-waiting-documents` comes back to it.
 */
export const scanDocumentJob = ({ clamdUrl }: { clamdUrl: string | null }) =>
  defineJob({
    name: scanDocumentQueue,
    input: z.object({ documentId: z.string() }),
    leaseSeconds: 180,
    retryLimit: 4,
    retryDelaySeconds: 5,
    run: async ({ input: { documentId }, attempt }) => {
      if (!clamdUrl) return
      const filename = await unscannedFile({ documentId, attempt })
      if (!filename) return
      const bytes = await readDocumentFile({ payload: attempt.payload, filename })
      if (!bytes) throw new Error(`The file of the document ${documentId} is not in the store.`)
      const verdict = await verdictOf({ clamdUrl, bytes, attempt, documentId })
      if (verdict) await keepVerdict({ documentId, verdict, attempt })
    },
  })

const unscannedFile = async ({
  documentId,
  attempt,
}: {
  documentId: string
  attempt: Attempt
}): Promise<string | null> =>
  await attempt.transaction(async ({ sql }) => {
    const row = await sql.first({
      schema: z.object({ filename: z.string() }),
      text: `select filename from documents
        where id::text = $1 and scan_status in ('pending', 'not-scanned')`,
      values: [documentId],
    })
    return row?.filename ?? null
  })

/** Null when the scanner is away and has been for all tries: no failure of this job. */
const verdictOf = async ({
  clamdUrl,
  bytes,
  attempt,
  documentId,
}: {
  clamdUrl: string
  bytes: Buffer
  attempt: Attempt
  documentId: string
}): Promise<ScanVerdict | null> => {
  try {
    return await scanBytes({ clamdUrl, bytes })
  } catch (error) {
    if (!(error instanceof ScannerUnavailable) || !attempt.isLast) throw error
    attempt.payload.logger.warn({ err: error, msg: 'A document waits for its scan', documentId })
    return null
  }
}

const keepVerdict = async ({
  documentId,
  verdict,
  attempt,
}: {
  documentId: string
  verdict: ScanVerdict
  attempt: Attempt
}): Promise<void> => {
  const isInfected = verdict.kind === 'infected'
  await attempt.transaction(
    async ({ req, payload }) => {
      const document = await payload.update({
        collection: 'documents',
        id: documentId,
        data: {
          scanStatus: verdict.kind,
          scanFinding: isInfected ? verdict.signature : null,
          scannedAt: new Date().toISOString(),
        },
        req,
        // The job is the system; what it writes nobody else may.
        overrideAccess: true,
        depth: 0,
      })
      await publish({
        req,
        event: {
          name: isInfected ? 'document.infected' : 'document.scanned',
          subject: { kind: 'document', id: documentId },
          ...(typeof document.candidate === 'string'
            ? { person: { kind: 'candidate', id: document.candidate } }
            : {}),
          ...(typeof document.client === 'string' ? { clientId: document.client } : {}),
          ...(isInfected ? { changes: { scanFinding: [null, verdict.signature] } } : {}),
        },
      })
    },
    { completing: true },
  )
  if (isInfected)
    attempt.payload.logger.warn({
      msg: 'A document is infected and is not served',
      documentId,
      signature: verdict.signature,
    })
}
