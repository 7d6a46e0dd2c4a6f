import { inflateRawSync } from 'node:zlib'

/** The files of a ZIP archive as text, read by its local headers: name, sizes, deflated bytes. */
export const unzipped = (archive: Buffer): ReadonlyMap<string, string> => {
  const files = new Map<string, string>()
  let at = 0
  while (archive.readUInt32LE(at) === 0x04034b50) {
    const packed = archive.readUInt32LE(at + 18)
    const nameLength = archive.readUInt16LE(at + 26)
    const from = at + 30 + nameLength + archive.readUInt16LE(at + 28)
    const name = archive.toString('utf8', at + 30, at + 30 + nameLength)
    files.set(name, inflateRawSync(archive.subarray(from, from + packed)).toString('utf8'))
    at = from + packed
  }
  return files
}
