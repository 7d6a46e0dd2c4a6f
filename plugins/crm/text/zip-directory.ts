import { inflateRawSync } from 'node:zlib'
import { DocumentRefused } from './refusal'

export type ZipEntry = {
  name: string
  method: number
  packedSize: number
  size: number
  offset: number
}

/** What an archive may unpack to, and how many times its size that may be. */
export type ZipLimits = { mostUnpacked: number; mostRatio: number }

const END_OF_DIRECTORY = 0x06_05_4b_50
const DIRECTORY_ENTRY = 0x02_01_4b_50
const LOCAL_ENTRY = 0x04_03_4b_50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xff_ff
const ZIP64 = 0xff_ff_ff_ff
const STORED = 0
const DEFLATED = 8

const MOST_ENTRIES = 2000
const MOST_UNPACKED = 50_000_000
/** Repetitive XML packs well; no honest document packs all of itself better than this. */
const MOST_RATIO = 200
/** Below this size no ratio does harm. */
const RATIO_MATTERS_FROM = 1_000_000

/** Does the file end as a ZIP archive does, whatever it begins with? */
export const endsAsZip = (bytes: Buffer): boolean => endOffset(bytes) >= 0

/**
 * The entries of an archive, read from its directory without unpacking anything. Throws
 * `too-large` for what would unpack to more than 50 MB or 200 times its size, `encrypted` and
 * `unreadable` for archives no text processor writes.
 */
export const readZipDirectory = (
  bytes: Buffer,
  { mostUnpacked, mostRatio }: ZipLimits = { mostUnpacked: MOST_UNPACKED, mostRatio: MOST_RATIO },
): ZipEntry[] => {
  const end = endOffset(bytes)
  if (end < 0) throw new DocumentRefused('unreadable')
  const count = bytes.readUInt16LE(end + 10)
  if (count === 0 || count > MOST_ENTRIES) throw new DocumentRefused('unreadable')

  const entries: ZipEntry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) {
      throw new DocumentRefused('unreadable')
    }
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new DocumentRefused('encrypted')
    const nameLength = bytes.readUInt16LE(at + 28)
    const entry: ZipEntry = {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    }
    refuseOddEntry(entry)
    entries.push(entry)
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  refuseBomb({ entries, fileSize: bytes.length, mostUnpacked, mostRatio })
  return entries
}

/**
 * The content of one entry. Never more than the directory declared: an archive that lies about its
 * sizes is refused as `too-large` before the rest is unpacked.
 */
export const readZipEntry = ({ bytes, entry }: { bytes: Buffer; entry: ZipEntry }): Buffer => {
  const packed = packedBytes({ bytes, entry })
  return isPacked(entry) ? inflateUpTo({ packed, most: entry.size }) : packed
}

/** Whether an entry has to be inflated. */
export const isPacked = ({ method }: ZipEntry): boolean => method === DEFLATED

/** An entry as it lies in the archive. */
export const packedBytes = ({ bytes, entry }: { bytes: Buffer; entry: ZipEntry }): Buffer => {
  const { offset } = entry
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_ENTRY) {
    throw new DocumentRefused('unreadable')
  }
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const packed = bytes.subarray(start, start + entry.packedSize)
  if (packed.length !== entry.packedSize) throw new DocumentRefused('unreadable')
  return packed
}

const inflateUpTo = ({ packed, most }: { packed: Buffer; most: number }): Buffer => {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) })
  } catch (error) {
    const isTooLong =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new DocumentRefused(isTooLong ? 'too-large' : 'unreadable')
  }
}

const endOffset = (bytes: Buffer): number => {
  const first = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT)
  for (let at = bytes.length - END_LENGTH; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at
  }
  return -1
}

const refuseOddEntry = ({ name, method, packedSize, size, offset }: ZipEntry) => {
  const isOdd =
    (method !== STORED && method !== DEFLATED) ||
    [packedSize, size, offset].includes(ZIP64) ||
    (method === STORED && packedSize !== size) ||
    name.startsWith('/') ||
    name.includes('\\') ||
    name.includes('\0') ||
    name.split('/').includes('..')
  if (isOdd) throw new DocumentRefused('unreadable')
}

const refuseBomb = ({
  entries,
  fileSize,
  mostUnpacked,
  mostRatio,
}: { entries: ZipEntry[]; fileSize: number } & ZipLimits) => {
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0)
  const packed = entries.reduce((sum, { packedSize }) => sum + packedSize, 0)
  if (unpacked > mostUnpacked) throw new DocumentRefused('too-large')
  if (unpacked > RATIO_MATTERS_FROM && unpacked > packed * mostRatio) {
    throw new DocumentRefused('too-large')
  }
  // Entries that share their bytes add up to more than the file, and two of one name hide one.
  const hasTwins = new Set(entries.map(({ name }) => name.toLowerCase())).size < entries.length
  if (packed > fileSize || hasTwins) throw new DocumentRefused('unreadable')
}
