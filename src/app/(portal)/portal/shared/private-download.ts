import { privateFileHeaders } from '#plugins/crm'
import { attachmentHeader } from './attachment-header'

/** A private file as a download that no browser runs and nobody keeps; 404 when there is none. */
export const privateDownload = (
  file: { bytes: Buffer; mimeType: string; filename: string } | null,
): Response =>
  file
    ? new Response(new Uint8Array(file.bytes), {
        headers: {
          ...privateFileHeaders,
          'Content-Type': file.mimeType,
          'Content-Length': String(file.bytes.byteLength),
          'Content-Disposition': attachmentHeader(file.filename),
        },
      })
    : new Response('This file is not here for you.', {
        status: 404,
        headers: { ...privateFileHeaders, 'Content-Type': 'text/plain; charset=utf-8' },
      })
