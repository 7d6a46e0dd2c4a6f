import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import tar from 'tar-stream'

import { errorCode, StepFailure } from '../steps/failure.mjs'
import {
  archiveHeader,
  archiveManifest,
  fileSum,
  headerEntry,
  manifestEntry,
  rowSum,
  sha256Of,
  type ArchiveHeader,
  type ArchiveManifest,
} from './format'
import { isPlainFileName } from './uploads'

/** What to do with what an archive holds, in its order; what is left out is read and summed only. */
export type Visitor = {
  header?: (header: ArchiveHeader) => Promise<void>
  /** A piece of a table's rows; the pieces of a table come one after the other. */
  rows?: (piece: { table: string; bytes: Buffer }) => Promise<void>
  /** Takes the whole body. */
  file?: (file: { collection: string; name: string; body: AsyncIterable<Buffer> }) => Promise<void>
}

/** More than any piece of rows or header that a backup writes. */
const mostBytes = 256 * 1024 * 1024

/**
 * Reads an archive from beginning to end and compares everything with its manifest. Nothing of it
 * may be believed before this has returned.
 *
 * @throws {StepFailure} when the archive is damaged, cut off or no archive
 */
export const readArchive = async ({
  file,
  visitor = {},
}: {
  file: string
  visitor?: Visitor
}): Promise<{ header: ArchiveHeader; manifest: ArchiveManifest }> => {
  const reader = readerOf(visitor)
  const extract = tar.extract()
  const piped = pipeline(createReadStream(file), createGunzip(), extract)
  const reading = (async () => {
    for await (const entry of extract) await reader.take(entry)
  })()
  const outcomes = await Promise.allSettled([reading, piped])
  if (reader.fault()) throw reader.fault()
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') throw inWords({ file, error: outcome.reason })
  return reader.conclude()
}

const inWords = ({ file, error }: { file: string; error: unknown }): unknown => {
  const code = errorCode(error) ?? ''
  if (code === 'ENOENT') return new StepFailure(`There is no file ${file}.`)
  if (['EACCES', 'EISDIR', 'EIO'].includes(code))
    return new StepFailure(`${file} cannot be read: ${code}.`)
  return damaged(error instanceof Error ? error.message : String(error))
}

const damaged = (what: string): StepFailure =>
  new StepFailure(
    `The archive is damaged or cut off (${what}). Nothing of it was used. Take another copy of it, or an older backup.`,
  )

type Entry = AsyncIterable<unknown> & { header: { name: string; size?: number } }

type Sums = {
  tables: Map<string, ReturnType<typeof rowSum>>
  files: ArchiveManifest['files']
}

const readerOf = (visitor: Visitor) => {
  const sums: Sums = { tables: new Map(), files: [] }
  let header: ArchiveHeader | undefined
  let headerSha256 = ''
  let manifest: ArchiveManifest | undefined
  let last = { table: '', number: 0 }
  let fault: unknown

  const takeHeader = async (entry: Entry) => {
    const bytes = await bytesOf(entry)
    headerSha256 = sha256Of(bytes)
    header = parsed({ schema: archiveHeader, bytes, what: headerEntry })
    await visitor.header?.(header)
  }

  const takeRows = async ({
    entry,
    table,
    number,
  }: {
    entry: Entry
    table: string
    number: number
  }) => {
    const isNext = table === last.table ? number === last.number + 1 : number === 1
    const isAgain = table !== last.table && sums.tables.has(table)
    if (!isNext || isAgain) throw damaged(`the rows of ${table} are out of order`)
    last = { table, number }
    const bytes = await bytesOf(entry)
    const sum = sums.tables.get(table) ?? rowSum()
    sums.tables.set(table, sum)
    sum.add(bytes)
    await visitor.rows?.({ table, bytes })
  }

  const takeFile = async ({
    entry,
    collection,
    name,
  }: {
    entry: Entry
    collection: string
    name: string
  }) => {
    if (!isPlainFileName(name) || !isPlainFileName(collection))
      throw damaged('a file has a name that leads elsewhere')
    const sum = fileSum()
    const body = summed({ entry, sum })
    if (visitor.file) await visitor.file({ collection, name, body })
    else for await (const piece of body) void piece
    sums.files.push({ collection, name, ...sum.result() })
  }

  const take = async (entry: Entry): Promise<void> => {
    const { name } = entry.header
    if (manifest) throw damaged(`${name} comes after the end`)
    if (name === headerEntry && !header) return await takeHeader(entry)
    if (!header) throw damaged('it does not begin as a backup of Placewright')
    if (name === manifestEntry) {
      manifest = parsed({ schema: archiveManifest, bytes: await bytesOf(entry), what: name })
      return
    }
    const [kind, first, second, ...rest] = name.split('/')
    if (rest.length > 0 || !first || !second) throw damaged(`${name} is unknown`)
    if (kind === 'rows') return await takeRows({ entry, table: first, number: Number(second) })
    if (kind === 'files') return await takeFile({ entry, collection: first, name: second })
    throw damaged(`${name} is unknown`)
  }

  return {
    take: async (entry: Entry): Promise<void> => {
      try {
        await take(entry)
      } catch (error) {
        fault ??= error
        throw error
      }
    },
    fault: () => fault,
    conclude: (): { header: ArchiveHeader; manifest: ArchiveManifest } => {
      if (!header || !manifest) throw damaged('its end is missing')
      compare({ sums, headerSha256, manifest, header })
      return { header, manifest }
    },
  }
}

const compare = ({
  sums,
  headerSha256,
  header,
  manifest,
}: {
  sums: Sums
  headerSha256: string
  header: ArchiveHeader
  manifest: ArchiveManifest
}): void => {
  if (headerSha256 !== manifest.headerSha256) throw damaged(`${headerEntry} was changed`)
  const expected = header.tables.map(({ table }) => table)
  if (JSON.stringify(expected) !== JSON.stringify(manifest.tables.map(({ table }) => table)))
    throw damaged('it does not hold the tables it names')
  const strange = [...sums.tables.keys()].find((table) => !expected.includes(table))
  if (strange) throw damaged(`it holds rows of ${strange}, which it does not name`)
  for (const { table, ...sum } of manifest.tables) {
    const found = (sums.tables.get(table) ?? rowSum()).result()
    if (found.rows !== sum.rows || found.bytes !== sum.bytes || found.sha256 !== sum.sha256)
      throw damaged(`the rows of ${table} were changed`)
  }
  if (sums.files.length !== manifest.files.length) throw damaged('files are missing')
  for (const [at, file] of manifest.files.entries())
    if (JSON.stringify(sums.files[at]) !== JSON.stringify(file))
      throw damaged(`the file ${file.collection}/${file.name} was changed`)
}

const parsed = <Value>({
  schema,
  bytes,
  what,
}: {
  schema: { safeParse: (value: unknown) => { success: true; data: Value } | { success: false } }
  bytes: Buffer
  what: string
}): Value => {
  const result = schema.safeParse(jsonOf({ bytes, what }))
  if (!result.success) throw damaged(`${what} does not say what it should`)
  return result.data
}

const jsonOf = ({ bytes, what }: { bytes: Buffer; what: string }): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw damaged(`${what} is no JSON`)
    throw error
  }
}

const bytesOf = async (entry: Entry): Promise<Buffer> => {
  if ((entry.header.size ?? 0) > mostBytes) throw damaged(`${entry.header.name} is too large`)
  const pieces: Buffer[] = []
  for await (const piece of unbroken(entry)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** An entry that ends too early is damage, whoever reads it. */
async function* unbroken(entry: Entry): AsyncGenerator<Buffer> {
  try {
    for await (const piece of entry) {
      if (!Buffer.isBuffer(piece)) throw new Error('an entry is no bytes')
      yield piece
    }
  } catch (error) {
    throw damaged(error instanceof Error ? error.message : String(error))
  }
}

async function* summed({
  entry,
  sum,
}: {
  entry: Entry
  sum: { add: (piece: Buffer) => void }
}): AsyncGenerator<Buffer> {
  for await (const piece of unbroken(entry)) {
    sum.add(piece)
    yield piece
  }
}
