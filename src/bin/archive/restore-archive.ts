import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Payload } from 'payload'
import type { ClientBase } from 'pg'
import { z } from 'zod'

import { inOwnTransaction, poolOf, publish, requestFor, transactionClientOf } from '#plugins/kernel'
import { installation } from '#plugins/kernel/domain'
import { StepFailure } from '../steps/failure.mjs'
import { closeRestoreJournal, restoreJournalOf } from '../steps/restore-journal.mjs'
import { withBucket } from './bucket-words'
import { rowsOf, tablesOf } from './database-shape'
import { bucketFiller, type StagedFile } from './fill-bucket'
import { rowsIn, type ArchiveHeader, type ArchiveManifest } from './format'
import { rowLoader } from './load-archive'
import { readArchive } from './read-archive'
import { filesQuery, uploadsOf, type Upload } from './uploads'

export type Restored = {
  header: ArchiveHeader
  manifest: ArchiveManifest
  /** What the plugins did afterwards. */
  steps: string[]
  waitingJobs: number
}

/**
 * Puts an archive in the place of what the installation holds: rows in one transaction, files beside
 * them until it is committed. Cut off before, everything is as it was, but for files in a bucket that
 * no row names; cut off between the two, the journal keeps the product from starting until the
 * restore has been run again.
 */
export const restoreArchive = async ({
  payload,
  dataDir,
  file,
  replaces,
}: {
  payload: Payload
  dataDir: string
  file: string
  replaces: boolean
}): Promise<Restored> => {
  const uploads = uploadsOf(payload)
  await demandBuckets(uploads)
  // One that was cut off keeps the product from starting until a restore has come to its end.
  const wasCutOff = existsSync(restoreJournalOf({ home: dataDir }))
  const waiting = path.join(dataDir, 'restoring')
  await rm(waiting, { recursive: true, force: true })
  for (const { collection } of uploads)
    await mkdir(path.join(waiting, collection), { recursive: true })
  const req = await requestFor({ payload, actor: { kind: 'system', id: 'restore' } })
  const staged = new Map<string, StagedFile[]>()
  const fillers = uploads.flatMap((upload) =>
    upload.bucket
      ? [{ upload, ...bucketFiller({ collection: upload.collection, bucket: upload.bucket }) }]
      : [],
  )
  let eventId: string | undefined
  const restored = await inOwnTransaction({
    req,
    run: async () => {
      const client = await transactionClientOf(req)
      if (!client) throw new Error('The restore has no transaction.')
      const loader = await rowLoader({ client, req, replaces })
      const read = await readArchive({
        file,
        visitor: {
          header: loader.header,
          rows: loader.rows,
          file: async ({ collection, name, body }) => {
            const known = uploadNamed({ uploads, collection })
            const at = path.join(waiting, known, name)
            const sum = await staging({ body, at })
            const files = staged.get(known) ?? []
            staged.set(known, files)
            files.push({ name, at, ...sum })
          },
        },
      })
      const concluded = await loader.conclude(read)
      for (const { upload, begin } of fillers)
        await begin({
          staged: staged.get(upload.collection) ?? [],
          types: await typesOf({ client, upload }),
          replaces,
        })
      eventId = await publish({
        req,
        event: {
          name: 'backup.restored',
          subject: installation,
          changes: {
            madeAt: [null, read.header.madeAt],
            rows: [null, rowsIn(read.manifest)],
            files: [null, read.manifest.files.length],
          },
        },
      })
      await writeJournal({ dataDir, file })
      return { ...read, ...concluded }
    },
  }).catch(async (error: unknown) => {
    // A connection that broke at COMMIT tells nothing: only an event that is not there was undone.
    if (eventId === undefined || !(await isStored({ payload, eventId }))) {
      if (!wasCutOff) closeRestoreJournal({ home: dataDir })
      await rm(waiting, { recursive: true, force: true })
      for (const { upload, withdraw } of fillers)
        await withdraw().catch((err: unknown) => {
          payload.logger.warn({
            err,
            collection: upload.collection,
            msg: 'Files of the restore stay in the bucket, where no row names them',
          })
        })
    }
    throw error
  })
  await placeFiles({ uploads, waiting })
  for (const { finish } of fillers) await finish({ file })
  closeRestoreJournal({ home: dataDir })
  await rm(waiting, { recursive: true, force: true })
  await poolOf(payload).query('analyze')
  return restored
}

const isStored = async ({
  payload,
  eventId,
}: {
  payload: Payload
  eventId: string
}): Promise<boolean> => {
  const { rowCount } = await poolOf(payload).query('select from domain_events where id = $1', [
    eventId,
  ])
  return rowCount !== 0
}

const uploadNamed = ({
  uploads,
  collection,
}: {
  uploads: readonly Upload[]
  collection: string
}): string => {
  const upload = uploads.find((one) => one.collection === collection)
  if (!upload)
    throw new StepFailure(
      `The archive holds files of ${collection}, which this version does not keep. Nothing was changed. Restore with the version that wrote the archive.`,
    )
  return upload.collection
}

/** Before anything is touched: a bucket that cannot be read takes no files either. */
const demandBuckets = async (uploads: readonly Upload[]): Promise<void> => {
  for (const { bucket } of uploads)
    if (bucket)
      await withBucket({
        bucket: bucket.bucket,
        after: 'Nothing was changed.',
        run: bucket.demandAnswer,
      })
}

/** Puts a file on the disk, and tells what a bucket will tell of it. */
const staging = async ({
  body,
  at,
}: {
  body: AsyncIterable<Buffer>
  at: string
}): Promise<{ bytes: number; md5: string }> => {
  const hash = createHash('md5')
  let bytes = 0
  const summed = async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      hash.update(piece)
      bytes += piece.length
      yield piece
    }
  }
  await pipeline(body, summed, createWriteStream(at, { flags: 'wx', flush: true }))
  return { bytes, md5: hash.digest('hex') }
}

/** The kinds of the files that the restored rows name: the bucket gives them out as that. */
const typesOf = async ({
  client,
  upload,
}: {
  client: ClientBase
  upload: Upload
}): Promise<Map<string, string | null>> => {
  const table = (await tablesOf(client)).find((one) => one.table === upload.table)
  if (!table) throw new Error(`The collection ${upload.collection} has files and no table.`)
  const rows = await rowsOf({
    client,
    schema: z.object({ name: z.string(), type: z.string().nullable() }),
    text: filesQuery(table),
  })
  return new Map(rows.map(({ name, type }) => [name, type]))
}

const writeJournal = async ({
  dataDir,
  file,
}: {
  dataDir: string
  file: string
}): Promise<void> => {
  const handle = await open(restoreJournalOf({ home: dataDir }), 'w', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify({ file })}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The folders of before go aside first: a folder is whole or not there. */
const placeFiles = async ({
  uploads,
  waiting,
}: {
  uploads: readonly Upload[]
  waiting: string
}): Promise<void> => {
  for (const { collection, folder, bucket } of uploads) {
    if (bucket) continue
    await mkdir(folder, { recursive: true })
    await rename(folder, path.join(waiting, `${collection}.before`))
    await rename(path.join(waiting, collection), folder)
  }
}
