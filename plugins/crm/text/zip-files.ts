import { open, type FileHandle } from 'node:fs/promises'
import { crc32, inflateRawSync } from 'node:zlib'

import { isOddPath, isPackersOwn, type FileProblem } from '../domain/import-file'

/** As large as a document may be. */
const mostBytes = 10_000_000
const mostEntries = 20_000
const mostDirectory = 64_000_000
/** All files together, unpacked. */
const mostUnpacked = 4_000_000_000

const END = 0x06_05_4b_50
const END_64 = 0x06_06_4b_50
const END_64_LOCATOR = 0x07_06_4b_50
const ENTRY = 0x02_01_4b_50
const LOCAL = 0x04_03_4b_50

/** Why a whole archive is not taken. */
export class ArchiveRefused extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ArchiveRefused'
  }
}

type Entry = {
  path: string
  flags: number
  method: number
  crc: number
  packed: number
  size: number
  offset: number
}

export type ZipFile = {
  /** With `/` between folders. */
  path: string
  size: number
  /** The bytes, or why there are none. Read one at a time, so that one stands in memory. */
  read: () => Promise<{ bytes: Buffer } | { problem: FileProblem }>
}

/**
 * The files of an archive on disk, one after another, whatever it claims: nothing is written under the
 * names it gives, nothing is unpacked beyond 10 MB, and each file that cannot be read says why while the
 * others are read. Throws `ArchiveRefused` for what is no archive or would unpack without end.
 */
export async function* zipFiles(file: string): AsyncGenerator<ZipFile> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const entries = await directoryOf({ handle, size })
    const total = entries.reduce((sum, entry) => sum + Math.min(entry.size, mostBytes), 0)
    if (total > mostUnpacked)
      throw new ArchiveRefused('The archive unpacks to more than 4 GB. Split it into several.')
    const seen = new Set<string>()
    const overlapping = overlapsOf(entries)
    for (const entry of entries) {
      if (isPackersOwn(entry.path)) continue
      const key = entry.path.toLowerCase()
      const isTwin = seen.has(key)
      seen.add(key)
      yield {
        path: entry.path,
        size: entry.size,
        read: async () => {
          if (isTwin) return { problem: 'twin' }
          // Entries that share bytes are how a small file becomes an endless one.
          if (overlapping.has(entry)) return { problem: 'unreadable' }
          return await readEntry({ handle, entry, fileSize: size })
        },
      }
    }
  } finally {
    await handle.close()
  }
}

const piece = async ({
  handle,
  at,
  length,
}: {
  handle: FileHandle
  at: number
  length: number
}): Promise<Buffer> => {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await handle.read(buffer, 0, length, at)
  return buffer.subarray(0, bytesRead)
}

const noArchive = () =>
  new ArchiveRefused('This is no ZIP archive that can be read. Pack it again.')

const directoryOf = async ({
  handle,
  size,
}: {
  handle: FileHandle
  size: number
}): Promise<Entry[]> => {
  const tailLength = Math.min(size, 22 + 0xff_ff)
  const tail = await piece({ handle, at: size - tailLength, length: tailLength })
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== END) end -= 1
  if (end < 0) throw noArchive()
  let count = tail.readUInt16LE(end + 10)
  let length = tail.readUInt32LE(end + 12)
  let at = tail.readUInt32LE(end + 16)
  if (count === 0xff_ff || length === 0xff_ff_ff_ff || at === 0xff_ff_ff_ff) {
    if (end < 20 || tail.readUInt32LE(end - 20) !== END_64_LOCATOR) throw noArchive()
    const large = await piece({
      handle,
      at: Number(tail.readBigUInt64LE(end - 12)),
      length: 56,
    })
    if (large.length < 56 || large.readUInt32LE(0) !== END_64) throw noArchive()
    count = Number(large.readBigUInt64LE(32))
    length = Number(large.readBigUInt64LE(40))
    at = Number(large.readBigUInt64LE(48))
  }
  if (count > mostEntries)
    throw new ArchiveRefused(`The archive holds more than 20,000 files. Split it into several.`)
  if (length > mostDirectory || at + length > size) throw noArchive()
  return entriesIn({ directory: await piece({ handle, at, length }), count })
}

const entriesIn = ({ directory, count }: { directory: Buffer; count: number }): Entry[] => {
  const entries: Entry[] = []
  let at = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY) throw noArchive()
    const nameLength = directory.readUInt16LE(at + 28)
    const extraLength = directory.readUInt16LE(at + 30)
    const next = at + 46 + nameLength + extraLength + directory.readUInt16LE(at + 32)
    if (next > directory.length) throw noArchive()
    const name = directory.subarray(at + 46, at + 46 + nameLength)
    const flags = directory.readUInt16LE(at + 8)
    entries.push(
      withLargeSizes({
        entry: {
          path: nameOf({ name, isUtf8: (flags & 0x0800) !== 0 }),
          flags,
          method: directory.readUInt16LE(at + 10),
          crc: directory.readUInt32LE(at + 16),
          packed: directory.readUInt32LE(at + 20),
          size: directory.readUInt32LE(at + 24),
          offset: directory.readUInt32LE(at + 42),
        },
        extra: directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength),
      }),
    )
    at = next
  }
  return entries
}

/** Old packers write names in the letters of their country; UTF-8 is what they are today. */
const nameOf = ({ name, isUtf8 }: { name: Buffer; isUtf8: boolean }): string => {
  const text = name.toString('utf8')
  const isReadable = isUtf8 || !text.includes('\uFFFD')
  return (isReadable ? text : name.toString('latin1')).replaceAll('\\', '/')
}

/** ZIP64: sizes that do not fit stand in an extra field, in this order. */
const withLargeSizes = ({ entry, extra }: { entry: Entry; extra: Buffer }): Entry => {
  const whole = { ...entry }
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let field = at + 4
    const last = Math.min(extra.length, field + extra.readUInt16LE(at + 2))
    for (const key of ['size', 'packed', 'offset'] as const)
      if (whole[key] === 0xff_ff_ff_ff && field + 8 <= last) {
        whole[key] = Number(extra.readBigUInt64LE(field))
        field += 8
      }
  }
  return whole
}

const overlapsOf = (entries: readonly Entry[]): ReadonlySet<Entry> => {
  const overlapping = new Set<Entry>()
  const inOrder = entries
    .filter(({ packed }) => packed > 0)
    .toSorted((one, other) => one.offset - other.offset)
  for (const [index, entry] of inOrder.entries()) {
    const next = inOrder[index + 1]
    if (next && entry.offset + 30 + entry.packed > next.offset) {
      overlapping.add(entry)
      overlapping.add(next)
    }
  }
  return overlapping
}

const readEntry = async ({
  handle,
  entry,
  fileSize,
}: {
  handle: FileHandle
  entry: Entry
  fileSize: number
}): Promise<{ bytes: Buffer } | { problem: FileProblem }> => {
  if (isOddPath(entry.path)) return { problem: 'odd-path' }
  if ((entry.flags & 1) === 1 || entry.method === 99) return { problem: 'encrypted' }
  if (entry.size > mostBytes) return { problem: 'too-large' }
  if (entry.size === 0) return { problem: 'empty' }
  if (entry.method !== 0 && entry.method !== 8) return { problem: 'unreadable' }
  if (entry.packed > mostBytes + 100_000 || entry.offset + 30 + entry.packed > fileSize)
    return { problem: 'unreadable' }
  const head = await piece({ handle, at: entry.offset, length: 30 })
  if (head.length < 30 || head.readUInt32LE(0) !== LOCAL) return { problem: 'unreadable' }
  const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  const packed = await piece({ handle, at: start, length: entry.packed })
  const bytes = entry.method === 0 ? packed : inflated({ packed, size: entry.size })
  if (!bytes || bytes.length !== entry.size || crc32(bytes) !== entry.crc)
    return { problem: 'unreadable' }
  return { bytes }
}

/** Never more than the directory says; what says less than it unpacks to is not honest. */
const inflated = ({ packed, size }: { packed: Buffer; size: number }): Buffer | null => {
  try {
    return inflateRawSync(packed, { maxOutputLength: size })
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}
