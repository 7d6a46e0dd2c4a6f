import type { PayloadRequest, TypeWithID } from 'payload'

/** The headers of every private file: kept by nobody on the way, run by no browser. */
export const privateFileHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

export const documentHeaders = ({ headers }: { headers: Headers }): Headers => {
  for (const [name, value] of Object.entries(privateFileHeaders)) headers.set(name, value)
  headers.set('Content-Disposition', 'attachment')
  return headers
}

/** A file that is infected, or not yet known to be clean while it is being scanned, is not served. */
export const refuseUnsafeFile = (
  req: PayloadRequest,
  { doc }: { doc: TypeWithID },
): Response | void => {
  const scanStatus: unknown = Reflect.get(doc, 'scanStatus')
  if (isServable(scanStatus)) return
  req.payload.logger.warn({ msg: 'A document was not served', documentId: doc.id, scanStatus })
  return Response.json(
    { errors: [{ message: 'This file is not served before its virus scan says clean.' }] },
    { status: 409, headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export const isServable = (scanStatus: unknown): boolean =>
  scanStatus === 'clean' || scanStatus === 'not-scanned'
