import { readdir, readFile, stat, unlink } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'

/** The bytes of a stored file, or null when the disk does not have it. */
export const readDocumentFile = async ({
  payload,
  filename,
}: {
  payload: Payload
  filename: string
}): Promise<Buffer | null> =>
  await orNull(readFile(path.join(folderOf(payload), path.basename(filename))))

/** Names of files that have lain there for at least so long. */
export const settledFiles = async ({
  payload,
  olderThanMs,
  nowMs,
}: {
  payload: Payload
  olderThanMs: number
  nowMs: number
}): Promise<string[]> => {
  const folder = folderOf(payload)
  const names = (await orNull(readdir(folder))) ?? []
  const settled: string[] = []
  for (const name of names) {
    const found = await orNull(stat(path.join(folder, name)))
    if (found?.isFile() && nowMs - found.mtimeMs >= olderThanMs) settled.push(name)
  }
  return settled
}

export const removeDocumentFile = async ({
  payload,
  filename,
}: {
  payload: Payload
  filename: string
}): Promise<void> => {
  await orNull(unlink(path.join(folderOf(payload), path.basename(filename))))
}

const folderOf = (payload: Payload): string => {
  const staticDir = payload.collections.documents.config.upload.staticDir
  if (!staticDir) throw new Error('The documents have no folder.')
  return staticDir
}

/** Somebody else may have removed the file meanwhile; any other fault is one. */
const orNull = async <Value>(reading: Promise<Value>): Promise<Value | null> => {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return null
    throw error
  }
}
