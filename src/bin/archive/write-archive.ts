import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg, { type ClientBase } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import tar, { type Pack } from 'tar-stream'
import { z } from 'zod'

import { isGone } from '#plugins/kernel'
import { errorCode, StepFailure } from '../steps/failure.mjs'
import { withBucket } from './bucket-words'
import {
  copyOut,
  migrationsOf,
  partitionsOf,
  pinOutput,
  rowsOf,
  sequencesOf,
  tablesOf,
  type StoredTable,
} from './database-shape'
import {
  archiveFormat,
  fileSum,
  headerEntry,
  manifestEntry,
  rowSum,
  sha256Of,
  secretMarkOf,
  type ArchiveHeader,
  type ArchiveManifest,
} from './format'
import { filesQuery, isPlainFileName, type Upload } from './uploads'

const pieceBytes = 4 * 1024 * 1024

/**
 * Writes the whole installation as it is at one moment into one file, while others go on working.
 * The file appears under its name when it is complete and on the disk, never before.
 */
export const writeArchive = async ({
  databaseUrl,
  uploads,
  file,
  version,
  secret,
}: {
  databaseUrl: string
  uploads: readonly Upload[]
  file: string
  version: string
  secret: string
}): Promise<{ header: ArchiveHeader; manifest: ArchiveManifest; bytes: number }> => {
  for (const upload of uploads)
    await inWords({ upload, run: async () => await upload.bucket?.demandAnswer() })
  const partial = `${file}.partial`
  const target = await open(partial, 'wx', 0o600).catch((error: unknown) => {
    throw refusedTarget({ error, partial })
  })
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'placewright-backup',
  })
  try {
    await client.connect()
    await client.query('begin transaction isolation level repeatable read read only')
    const out = createWriteStream(partial, { fd: target.fd, autoClose: false })
    const archive = openTar(out)
    const written = await writeEntries({ client, archive, uploads, version, secret })
    await archive.end()
    await target.sync()
    const { size } = await target.stat()
    await rename(partial, file)
    await syncFolder(path.dirname(file))
    return { ...written, bytes: size }
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  } finally {
    await client.end()
    await target.close()
  }
}

const refusedTarget = ({ error, partial }: { error: unknown; partial: string }): unknown => {
  switch (errorCode(error)) {
    case 'EEXIST':
      return new StepFailure(
        `${partial} is there: another backup is being written, or one was cut off. When none is running, remove it and try again.`,
      )
    case 'ENOENT':
      return new StepFailure(
        `The folder ${path.dirname(partial)} does not exist. Make it, or name another.`,
      )
    case 'EACCES':
    case 'EROFS':
      return new StepFailure(`${partial} may not be written. Name a folder that is yours.`)
    default:
      return error
  }
}

type Tar = {
  /** Adds an entry whose length is known, from pieces that are not held in memory. */
  add: (entry: { name: string; bytes: number; body: AsyncIterable<Buffer> }) => Promise<void>
  addBuffer: (entry: { name: string; body: Buffer }) => Promise<void>
  end: () => Promise<void>
}

const openTar = (out: NodeJS.WritableStream): Tar => {
  const pack: Pack = tar.pack()
  const piped = pipeline(pack, createGzip(), out)
  // A full disk breaks the pipe and not the entry in hand, which would wait for ever.
  const broken = new Promise<never>((_, reject) => {
    piped.catch(reject)
  })
  const add: Tar['add'] = async ({ name, bytes, body }) => {
    const entry = new Promise<void>((resolve, reject) => {
      const sink = pack.entry({ name, size: bytes, mode: 0o600 }, (error) => {
        if (error) reject(error)
        else resolve()
      })
      pipeline(body, sink).catch(reject)
    })
    await Promise.race([entry, broken])
  }
  return {
    add,
    addBuffer: async ({ name, body }) =>
      await add({ name, bytes: body.length, body: piecesOf(body) }),
    end: async () => {
      pack.finalize()
      await piped
    },
  }
}

async function* piecesOf(body: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(body)
}

const writeEntries = async ({
  client,
  archive,
  uploads,
  version,
  secret,
}: {
  client: ClientBase
  archive: Tar
  uploads: readonly Upload[]
  version: string
  secret: string
}): Promise<{ header: ArchiveHeader; manifest: ArchiveManifest }> => {
  await pinOutput(client)
  const tables = await tablesOf(client)
  const header = await headerOf({ client, tables, version, secret })
  const headerBytes = Buffer.from(JSON.stringify(header))
  await archive.addBuffer({ name: headerEntry, body: headerBytes })
  const manifest: ArchiveManifest = {
    headerSha256: sha256Of(headerBytes),
    tables: [],
    files: [],
    missingFiles: [],
  }
  for (const table of tables) manifest.tables.push(await writeRows({ client, archive, table }))
  for (const upload of uploads) {
    const files = await writeFiles({ client, archive, upload, tables })
    manifest.files.push(...files.kept)
    manifest.missingFiles.push(...files.missing)
  }
  await archive.addBuffer({ name: manifestEntry, body: Buffer.from(JSON.stringify(manifest)) })
  return { header, manifest }
}

const headerOf = async ({
  client,
  tables,
  version,
  secret,
}: {
  client: ClientBase
  tables: readonly StoredTable[]
  version: string
  secret: string
}): Promise<ArchiveHeader> => {
  const [now] = await rowsOf({
    client,
    schema: z.object({ now: z.date() }),
    text: 'select now() as now',
  })
  if (!now) throw new Error('The database told no time.')
  return {
    format: archiveFormat,
    madeAt: now.now.toISOString(),
    version,
    migrations: await migrationsOf(client),
    tables: tables.map(({ table, columns }) => ({ table, columns })),
    partitions: (await partitionsOf(client)).map(({ parent, name, bound }) => ({
      parent,
      name,
      bound,
    })),
    sequences: (await sequencesOf(client)).map(({ sequence, next }) => ({ sequence, next })),
    secretMark: secretMarkOf(secret),
  }
}

const writeRows = async ({
  client,
  archive,
  table,
}: {
  client: ClientBase
  archive: Tar
  table: StoredTable
}): Promise<ArchiveManifest['tables'][number]> => {
  const sum = rowSum()
  let number = 0
  let waiting: Buffer[] = []
  let waitingBytes = 0
  const flush = async () => {
    if (waitingBytes === 0) return
    number += 1
    const name = `rows/${table.table}/${String(number).padStart(6, '0')}`
    const body = Buffer.concat(waiting)
    waiting = []
    waitingBytes = 0
    await archive.addBuffer({ name, body })
  }
  for await (const piece of client.query(copyTo(copyOut(table)))) {
    if (!Buffer.isBuffer(piece)) throw new Error('COPY answered with something that is no bytes.')
    sum.add(piece)
    waiting.push(piece)
    waitingBytes += piece.length
    if (waitingBytes >= pieceBytes) await flush()
  }
  await flush()
  return { table: table.table, ...sum.result() }
}

const writeFiles = async ({
  client,
  archive,
  upload,
  tables,
}: {
  client: ClientBase
  archive: Tar
  upload: Upload
  tables: readonly StoredTable[]
}): Promise<{
  kept: ArchiveManifest['files']
  missing: ArchiveManifest['missingFiles']
}> => {
  const { collection } = upload
  const table = tables.find((one) => one.table === upload.table)
  if (!table) throw new Error(`The collection ${collection} has files and no table.`)
  const names = await rowsOf({
    client,
    schema: z.object({ name: z.string() }),
    text: filesQuery(table),
  })
  const kept: ArchiveManifest['files'] = []
  const missing: ArchiveManifest['missingFiles'] = []
  for (const { name } of names) {
    const file = await inWords({
      upload,
      run: async () => await writeFile({ archive, upload, name }),
    })
    if (file) kept.push(file)
    else missing.push({ collection, name })
  }
  return { kept, missing }
}

/** Null when the file is not there; one that goes while it is read ends the backup with its name. */
const writeFile = async ({
  archive,
  upload: { collection, store },
  name,
}: {
  archive: Tar
  upload: Upload
  name: string
}): Promise<ArchiveManifest['files'][number] | null> => {
  const source = isPlainFileName(name) ? await store.open(name) : null
  if (!source) return null
  try {
    const sum = fileSum()
    await archive.add({
      name: `files/${collection}/${name}`,
      bytes: source.bytes,
      body: summed({ body: source.body, sum }),
    })
    return { collection, name, ...sum.result() }
  } catch (error) {
    if (!isGone(error)) throw error
    throw new StepFailure(
      `${collection}/${name} was removed while it was read. No archive was written. Run the backup again.`,
    )
  } finally {
    await source.close()
  }
}

const inWords = async <Value>({
  upload: { bucket },
  run,
}: {
  upload: Upload
  run: () => Promise<Value>
}): Promise<Value> =>
  bucket
    ? await withBucket({ bucket: bucket.bucket, after: 'No archive was written.', run })
    : await run()

async function* summed({
  body,
  sum,
}: {
  body: AsyncIterable<Buffer>
  sum: { add: (piece: Buffer) => void }
}): AsyncGenerator<Buffer> {
  for await (const piece of body) {
    sum.add(piece)
    yield piece
  }
}

/** Makes the renaming itself outlive a power cut. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
