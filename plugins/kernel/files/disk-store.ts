import { open, opendir, readFile, stat, unlink } from 'node:fs/promises'
import path from 'node:path'

import type { FileStore, StoredFile } from './stored-file'

const pageSize = 500

/** Files in a folder of this machine. */
export const diskStore = ({ folder }: { folder: string }): FileStore => {
  const at = (name: string) => path.join(folder, path.basename(name))
  return {
    read: async (name) => await orNull(readFile(at(name))),
    open: async (name) => {
      const file = await orNull(open(at(name)))
      if (!file) return null
      const { size } = await file.stat()
      return {
        bytes: size,
        body: file.createReadStream({ autoClose: false }),
        close: async () => {
          await file.close()
        },
      }
    },
    remove: async (name) => {
      await orNull(unlink(at(name)))
    },
    async *list() {
      const entries = await orNull(opendir(folder))
      if (!entries) return
      let page: StoredFile[] = []
      for await (const { name } of entries) {
        const found = await orNull(stat(at(name)))
        if (found?.isFile())
          page.push({ name, bytes: found.size, modifiedAt: found.mtime.toISOString() })
        if (page.length === pageSize) {
          yield page
          page = []
        }
      }
      if (page.length > 0) yield page
    },
  }
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
