import { createHash, type Hash } from 'node:crypto'
import { z } from 'zod'

/**
 * A backup is a .tar.gz: `header.json` first, then the rows of each table in pieces
 * (`rows/<table>/<number>`, text format of COPY, in the order of the primary key), then the uploaded
 * files (`files/<collection>/<name>`), and last `manifest.json` with the sum of everything before.
 * An archive without its manifest was cut off.
 */
export const archiveFormat = 1

export const headerEntry = 'header.json'
export const manifestEntry = 'manifest.json'

const count = z.number().int().min(0)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const columnShape = z.object({ name: z.string(), type: z.string(), isRequired: z.boolean() })

/** A table by its qualified name, and the columns that hold values of their own. */
const tableShape = z.object({ table: z.string(), columns: z.array(columnShape) })

const partition = z.object({ parent: z.string(), name: z.string(), bound: z.string() })

export const archiveHeader = z.object({
  format: z.literal(archiveFormat, 'is not a format that this version reads'),
  madeAt: z.iso.datetime(),
  /** Of the product that wrote it; the one to restore with, should the schema have changed. */
  version: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(tableShape),
  partitions: z.array(partition),
  sequences: z.array(z.object({ sequence: z.string(), next: z.string().regex(/^-?\d+$/) })),
  /** Tells whether an installation has the same PAYLOAD_SECRET, without telling which. */
  secretMark: sha256,
})

export const archiveManifest = z.object({
  headerSha256: sha256,
  tables: z.array(z.object({ table: z.string(), rows: count, bytes: count, sha256 })),
  files: z.array(z.object({ collection: z.string(), name: z.string(), bytes: count, sha256 })),
  /** Files that a row names and that were not there: lost before, or removed during the backup. */
  missingFiles: z.array(z.object({ collection: z.string(), name: z.string() })),
})

export type ColumnShape = z.output<typeof columnShape>
export type TableShape = z.output<typeof tableShape>
export type Partition = z.output<typeof partition>
export type ArchiveHeader = z.output<typeof archiveHeader>
export type ArchiveManifest = z.output<typeof archiveManifest>

/** The sum of rows as they pass by: how many, how long, and their SHA-256. */
export const rowSum = () => {
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  return {
    add: (piece: Buffer) => {
      hash.update(piece)
      bytes += piece.length
      rows += linesIn(piece)
    },
    result: () => ({ rows, bytes, sha256: hash.digest('hex') }),
  }
}

/** The sum of a file as it passes by. */
export const fileSum = () => {
  const hash: Hash = createHash('sha256')
  let bytes = 0
  return {
    add: (piece: Buffer) => {
      hash.update(piece)
      bytes += piece.length
    },
    result: () => ({ bytes, sha256: hash.digest('hex') }),
  }
}

export const rowsIn = ({ tables }: ArchiveManifest): number =>
  tables.reduce((sum, { rows }) => sum + rows, 0)

export const sha256Of = (bytes: Buffer | string): string =>
  createHash('sha256').update(bytes).digest('hex')

export const secretMarkOf = (secret: string): string => sha256Of(`placewright-backup:${secret}`)

/** COPY ends each row with a newline and escapes those inside of values. */
const linesIn = (piece: Buffer): number => {
  let lines = 0
  for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) lines += 1
  return lines
}
