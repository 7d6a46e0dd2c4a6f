import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'

import { TableRefused } from './table-refused'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** A cell longer than this is rows that a lost quotation mark has swallowed. */
const longestCell = 200_000
const delimiters = [',', ';', '\t', '|'] as const

/**
 * The records of a CSV file on disk, some at a time, however large it is. Encoding and delimiter are
 * found out from the file itself. Blank lines are left out.
 */
export async function* readCsv(
  file: string,
): AsyncGenerator<string[][], { encoding: Encoding; delimiter: string }> {
  const encoding = await encodingOf(file)
  const head = await firstText({ file, encoding })
  const delimiter = delimiterOf(head)
  const reader = csvReader(delimiter)
  for await (const text of textsOf({ file, encoding })) {
    const records = reader.push(text)
    if (records.length > 0) yield records
  }
  const rest = reader.end()
  if (rest.length > 0) yield rest
  return { encoding, delimiter }
}

/**
 * Takes CSV (RFC 4180) in pieces of any size. Quotes may hold delimiters, line breaks and doubled
 * quotes; a quote inside an unquoted cell is a sign like any other. Any line ending.
 */
export const csvReader = (
  delimiter: string,
): { push: (text: string) => string[][]; end: () => string[][] } => {
  let record: string[] = []
  let cell = ''
  let state: 'start' | 'plain' | 'quoted' | 'after-quote' = 'start'
  let isAfterReturn = false

  const endCell = () => {
    record.push(cell)
    cell = ''
    state = 'start'
  }
  const endRecord = (out: string[][]) => {
    endCell()
    if (record.some((text) => text.trim() !== '')) out.push(record)
    record = []
  }
  const push = (text: string): string[][] => {
    const out: string[][] = []
    let from = 0
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at]
      if (state === 'quoted') {
        if (sign !== '"') continue
        cell += text.slice(from, at)
        from = at + 1
        state = 'after-quote'
        continue
      }
      if (isAfterReturn) {
        isAfterReturn = false
        if (sign === '\n') {
          from = at + 1
          continue
        }
      }
      if (sign === delimiter || sign === '\n' || sign === '\r') {
        cell += text.slice(from, at)
        from = at + 1
        if (sign === delimiter) endCell()
        else endRecord(out)
        isAfterReturn = sign === '\r'
      } else if (sign === '"' && state === 'start') {
        state = 'quoted'
        from = at + 1
      } else if (sign === '"' && state === 'after-quote') {
        cell += '"'
        state = 'quoted'
        from = at + 1
      } else if (state !== 'plain') state = 'plain'
    }
    cell += text.slice(from)
    if (cell.length > longestCell) throw new TableRefused('open-quote')
    return out
  }
  return {
    push,
    end: () => {
      if (state === 'quoted') throw new TableRefused('open-quote')
      const out: string[][] = []
      if (cell !== '' || record.length > 0) endRecord(out)
      return out
    },
  }
}

/** The sign that splits the first records into the most columns, and all into as many. */
export const delimiterOf = (head: string): string => {
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters) {
    const records = csvReader(delimiter).push(head).slice(0, 20)
    const width = records[0]?.length ?? 0
    if (width < 2) continue
    const alike = records.filter((record) => record.length === width).length / records.length
    const score = width * alike
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** By its byte order mark, else by its zeros, else UTF-8 when all of it is, else Windows-1252. */
const encodingOf = async (file: string): Promise<Encoding> => {
  const bytes = await firstBytes(file)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  for (const [index, byte] of bytes.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > bytes.length / 4) return 'utf-16le'
  if (even > bytes.length / 4) return 'utf-16be'
  return (await isUtf8(file)) ? 'utf-8' : 'windows-1252'
}

const firstBytes = async (file: string): Promise<Buffer> => {
  const handle = await open(file)
  try {
    const head = Buffer.alloc(4096)
    const { bytesRead } = await handle.read(head, 0, head.length, 0)
    return head.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

const isUtf8 = async (file: string): Promise<boolean> => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(file))
      decoder.decode(bytesOf(chunk), { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

async function* textsOf({
  file,
  encoding,
  end,
}: {
  file: string
  encoding: Encoding
  end?: number
}): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(file, end === undefined ? {} : { end })) {
    // NUL is no sign of any text, and Postgres stores none.
    yield decoder.decode(bytesOf(chunk), { stream: true }).replaceAll('\u0000', '')
  }
  yield decoder.decode()
}

const firstText = async ({
  file,
  encoding,
}: {
  file: string
  encoding: Encoding
}): Promise<string> => {
  let head = ''
  for await (const text of textsOf({ file, encoding, end: 128 * 1024 })) head += text
  return head
}

const bytesOf = (chunk: unknown): Uint8Array => {
  if (chunk instanceof Uint8Array) return chunk
  throw new Error('A file was read as text.')
}
