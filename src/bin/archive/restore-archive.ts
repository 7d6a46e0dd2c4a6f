import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Payload } from 'payload'

import { inOwnTransaction, poolOf, publish, requestFor, transactionClientOf } from '#plugins/kernel'
import { installation } from '#plugins/kernel/domain'
import { StepFailure } from '../steps/failure.mjs'
import { closeRestoreJournal, restoreJournalOf } from '../steps/restore-journal.mjs'
import { rowsIn, type ArchiveHeader, type ArchiveManifest } from './format'
import { rowLoader } from './load-archive'
import { readArchive } from './read-archive'
import { uploadsOf, type Upload } from './uploads'

export type Restored = {
  header: ArchiveHeader
  manifest: ArchiveManifest
  /** What the plugins did afterwards. */
  steps: string[]
  waitingJobs: number
}

/**
 * Puts an archive in the place of what the installation holds: rows in one transaction, files beside
 * them until it is committed. Cut off before, everything is as it was; cut off in the moment between
 * the two, the journal keeps the product from starting until the restore has been run again.
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
  const uploads = uploadsOf(payload.config)
  const waiting = path.join(dataDir, 'restoring')
  await rm(waiting, { recursive: true, force: true })
  for (const { collection } of uploads)
    await mkdir(path.join(waiting, collection), { recursive: true })
  const req = await requestFor({ payload, actor: { kind: 'system', id: 'restore' } })
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
            const target = path.join(waiting, uploadNamed({ uploads, collection }), name)
            await pipeline(body, createWriteStream(target, { flags: 'wx', flush: true }))
          },
        },
      })
      const concluded = await loader.conclude(read)
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
      closeRestoreJournal({ home: dataDir })
      await rm(waiting, { recursive: true, force: true })
    }
    throw error
  })
  await placeFiles({ uploads, waiting })
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
      `The archive holds files of ${collection}, and this installation does not keep those on its disk. Nothing was changed. Restore without the settings of S3, and move the files to the bucket afterwards.`,
    )
  return upload.collection
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
  for (const { collection, folder } of uploads) {
    await mkdir(folder, { recursive: true })
    await rename(folder, path.join(waiting, `${collection}.before`))
    await rename(path.join(waiting, collection), folder)
  }
}
