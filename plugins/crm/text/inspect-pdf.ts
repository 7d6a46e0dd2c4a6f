import { inflateSync } from 'node:zlib'
import { DocumentRefused } from './refusal'
import { endsAsZip } from './zip-directory'

/** What makes a reader run or fetch something when the file is opened or clicked. */
const ACTIVE = /\/(JavaScript|Launch|XFA|RichMedia|Movie|ImportData)(?![A-Za-z0-9_.-])/
const ENCRYPTED = /\/Encrypt(?![A-Za-z0-9_.-])/
const HTML = /<(?:!doctype\s+html|html|head|body|script|iframe|svg)\b/i
const MOST_UNPACKED = 50_000_000
const HEAD = 1024
/** A dictionary stands right before its stream; no writer makes a longer one. */
const LONGEST_DICTIONARY = 4096

/**
 * Passes only a PDF that is nothing else as well and does nothing by itself. Object streams are
 * unpacked for the look, because actions hide there; images are not, they cannot act.
 */
export const inspectPdf = (bytes: Buffer): void => {
  const text = bytes.toString('latin1')
  if (!text.startsWith('%PDF-')) throw new DocumentRefused('unsupported')
  if (HTML.test(text.slice(0, HEAD)) || endsAsZip(bytes)) throw new DocumentRefused('unsupported')
  if (ENCRYPTED.test(plainNames(text))) throw new DocumentRefused('encrypted')
  if (ACTIVE.test(plainNames(text))) throw new DocumentRefused('active-content')

  let left = MOST_UNPACKED
  for (const { dictionary, start } of streamsOf(text)) {
    if (!/\/(FlateDecode|Fl)\b/.test(dictionary) || /\/Image\b/.test(dictionary)) continue
    const unpacked = inflateUpTo({ packed: bytes.subarray(start), most: left })
    left -= unpacked.length
    const isObjects = /\/ObjStm\b/.test(dictionary)
    if (isObjects && ACTIVE.test(plainNames(unpacked.toString('latin1')))) {
      throw new DocumentRefused('active-content')
    }
  }
}

/** Names may be written with escapes: /J#61vaScript is /JavaScript. */
const plainNames = (text: string): string =>
  text.replaceAll(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )

function* streamsOf(text: string): Generator<{ dictionary: string; start: number }> {
  for (const match of text.matchAll(/(?<!end)stream\r?\n/g)) {
    const before = text.slice(Math.max(0, match.index - LONGEST_DICTIONARY), match.index)
    const dictionary = plainNames(before.slice(before.lastIndexOf(' obj') + 1))
    yield { dictionary, start: match.index + match[0].length }
  }
}

/** What follows the end of the packed data is ignored; what is not packed data counts as nothing. */
const inflateUpTo = ({ packed, most }: { packed: Buffer; most: number }): Buffer => {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(most, 1) })
  } catch (error) {
    const isTooLong =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    if (isTooLong) throw new DocumentRefused('too-large')
    return Buffer.alloc(0)
  }
}
