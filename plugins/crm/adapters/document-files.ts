import type { Payload } from 'payload'

import { fileStoreOf } from '#plugins/kernel'

const collection = 'documents'

/** The bytes of a stored file, or null when the store does not have it. */
export const readDocumentFile = async ({
  payload,
  filename,
}: {
  payload: Payload
  filename: string
}): Promise<Buffer | null> => await fileStoreOf({ payload, collection }).read(filename)

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
  const settled: string[] = []
  for await (const page of fileStoreOf({ payload, collection }).list())
    for (const { name, modifiedAt } of page)
      if (nowMs - Date.parse(modifiedAt) >= olderThanMs) settled.push(name)
  return settled
}

export const removeDocumentFile = async ({
  payload,
  filename,
}: {
  payload: Payload
  filename: string
}): Promise<void> => await fileStoreOf({ payload, collection }).remove(filename)
