import { fileTypeFromBuffer } from 'file-type'
import mammoth from 'mammoth'
import { extractText as extractPdfText, getDocumentProxy } from 'unpdf'
import { ok, type Result, refuse } from '#plugins/kernel/domain'
import { inspectDocx } from './inspect-docx'
import { inspectPdf } from './inspect-pdf'
import { DocumentRefused, type DocumentRefusal } from './refusal'

export type { DocumentRefusal } from './refusal'

export type DocumentKind = 'pdf' | 'docx'

export const documentMimeTypes: Record<DocumentKind, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

const MOST_BYTES = 20 * 1024 * 1024
const MOST_PAGES = 500
/** About a thousand pages; more would only burden the search. */
const MOST_CHARACTERS = 2_000_000

/**
 * Which kind of document the bytes are, by content alone. Refuses everything that is not plainly a
 * PDF or DOCX without active parts: other files under these names, files of two kinds at once,
 * macros, scripts, bombs. Bounded in memory and time; safe in a request.
 */
export const sniffDocument = (bytes: Uint8Array): Promise<Result<DocumentKind, DocumentRefusal>> =>
  refusing(() => sniff(bytes))

/**
 * The text of a PDF or DOCX, with the number of pages where the file knows it. Takes up to seconds:
 * call it in a job.
 */
export const extractText = (
  bytes: Uint8Array,
): Promise<Result<{ kind: DocumentKind; text: string; pages?: number }, DocumentRefusal>> =>
  refusing(async () => {
    const kind = await sniff(bytes)
    const found = kind === 'pdf' ? await readPdf(bytes) : await readDocx(bytes)
    const text = storable(found.text)
    if (text === '') throw new DocumentRefused('empty')
    return { kind, ...found, text }
  })

const refusing = async <Value>(
  work: () => Promise<Value>,
): Promise<Result<Value, DocumentRefusal>> => {
  try {
    return ok(await work())
  } catch (error) {
    if (error instanceof DocumentRefused) return refuse(error.refusal)
    throw error
  }
}

const sniff = async (bytes: Uint8Array): Promise<DocumentKind> => {
  if (bytes.length > MOST_BYTES) throw new DocumentRefused('too-large')
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.subarray(0, 5).toString('latin1') === '%PDF-') {
    inspectPdf(buffer)
    return 'pdf'
  }
  if (buffer.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') {
    throw new DocumentRefused('unsupported')
  }
  inspectDocx(buffer)
  const sniffed = await fileTypeFromBuffer(buffer)
  if (sniffed?.ext !== 'docx') throw new DocumentRefused('unsupported')
  return 'docx'
}

const readPdf = async (bytes: Uint8Array): Promise<{ text: string; pages: number }> => {
  try {
    // A copy, because the reader takes the bytes away from whoever gave them.
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      verbosity: 0,
    })
    if (document.numPages > MOST_PAGES) throw new DocumentRefused('too-large')
    const { text } = await extractPdfText(document, { mergePages: false })
    return { text: text.join('\n\n'), pages: document.numPages }
  } catch (error) {
    if (error instanceof DocumentRefused) throw error
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw new DocumentRefused(isLocked ? 'encrypted' : 'unreadable')
  }
}

const readDocx = async (bytes: Uint8Array): Promise<{ text: string }> => {
  try {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    return { text: value }
  } catch {
    // Whatever the reader stumbled over, the person's remedy is the same.
    throw new DocumentRefused('unreadable')
  }
}

/** What Postgres stores and a person can read: no NUL, no half characters, no endless blanks. */
const storable = (text: string): string =>
  text
    .replaceAll('\0', '')
    .toWellFormed()
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?(?:\n ?)+/g, '\n\n')
    .trim()
    .slice(0, MOST_CHARACTERS)
