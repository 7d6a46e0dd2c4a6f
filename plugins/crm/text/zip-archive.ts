import { crc32, deflateRawSync } from 'node:zlib'

export type ZipEntry = { name: string; bytes: Buffer }

/** 1980-01-01, the first day the format knows: an archive of the same data is the same bytes. */
const dosDate = 0x0021
const utf8Names = 0x0800
const deflated = 8

/**
 * A ZIP archive (PKWARE APPNOTE 6.3.10, without ZIP64): fewer than 65,535 entries, less than 4 GiB.
 * Names are paths with `/`.
 */
export const zipArchive = (entries: readonly ZipEntry[]): Buffer => {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    const path = Buffer.from(name, 'utf8')
    const packed = deflateRawSync(bytes)
    const facts = factsOf({ bytes, packed, nameLength: path.length })
    const local = Buffer.concat([
      Buffer.from([0x50, 0x4b, 0x03, 0x04]),
      shorts([20]),
      facts,
      shorts([0]),
      path,
    ])
    directory.push(
      Buffer.concat([
        Buffer.from([0x50, 0x4b, 0x01, 0x02]),
        shorts([20, 20]),
        facts,
        shorts([0, 0, 0, 0]),
        longs([0, offset]),
        path,
      ]),
    )
    parts.push(local, packed)
    offset += local.length + packed.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.concat([
    Buffer.from([0x50, 0x4b, 0x05, 0x06]),
    shorts([0, 0, entries.length, entries.length]),
    longs([central.length, offset]),
    shorts([0]),
  ])
  return Buffer.concat([...parts, central, end])
}

/** Flags, method, time, day, checksum, sizes and length of the name: the same in both headers. */
const factsOf = ({
  bytes,
  packed,
  nameLength,
}: {
  bytes: Buffer
  packed: Buffer
  nameLength: number
}): Buffer =>
  Buffer.concat([
    shorts([utf8Names, deflated, 0, dosDate]),
    longs([crc32(bytes), packed.length, bytes.length]),
    shorts([nameLength]),
  ])

const shorts = (values: readonly number[]): Buffer => {
  const buffer = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) buffer.writeUInt16LE(value, index * 2)
  return buffer
}

const longs = (values: readonly number[]): Buffer => {
  const buffer = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) buffer.writeUInt32LE(value, index * 4)
  return buffer
}
