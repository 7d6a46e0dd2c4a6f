import { fileTypeFromBuffer } from 'file-type'

import { ok, refuseInput, type Result } from '#plugins/kernel/domain'
import { documentMimeTypes, sniffDocument } from '../text/extract-text'

/** What a mail server and a phone both still carry. */
const mostBytes = 10_000_000

export type StoredType = { extension: string; mimeType: string }

export const pictureMimeTypes = ['image/png', 'image/jpeg'] as const

/**
 * What kind of file the bytes are, whatever they are called: PDF, DOCX, and for papers that are
 * photographed PNG or JPEG; a CV is a document with text. Others are refused beside the field
 * `file`, as are files with active parts.
 */
export const fileTypeOf = async ({
  bytes,
  kind,
}: {
  bytes: Uint8Array
  kind: unknown
}): Promise<Result<StoredType>> => {
  if (bytes.length === 0) return refuseInput({ file: 'This file is empty.' })
  if (bytes.length > mostBytes)
    return refuseInput({ file: 'This file is too large: at most 10 MB.' })
  const picture = await fileTypeFromBuffer(bytes)
  if (picture && pictureMimeTypes.some((mimeType) => mimeType === picture.mime))
    return kind === 'cv'
      ? refuseInput({ file: 'This is a picture. Please choose a PDF or Word file.' })
      : ok({ extension: picture.ext, mimeType: picture.mime })
  const sniffed = await sniffDocument(bytes)
  if (!sniffed.ok) return refuseInput({ file: sniffed.failure.message })
  return ok({ extension: sniffed.value, mimeType: documentMimeTypes[sniffed.value] })
}
