import { open, readFile, stat } from 'node:fs/promises'

import { readCsv } from './read-csv'
import { readXlsx } from './read-xlsx'
import { TableRefused } from './table-refused'

/** A workbook is read from memory. */
const mostXlsxBytes = 60 * 1024 * 1024

/** The records of a table on disk, some at a time, by what its bytes are, whatever its name says. */
export const readTable = async (file: string): Promise<AsyncGenerator<string[][], unknown>> => {
  const { size } = await stat(file)
  if (size === 0) throw new TableRefused('empty')
  const head = await firstBytes(file)
  if (head.startsWith('504b')) {
    if (size > mostXlsxBytes) throw new TableRefused('too-large')
    return readXlsx(await readFile(file))
  }
  if (head.startsWith('d0cf11e0')) throw new TableRefused('encrypted-or-old')
  if (otherKinds.some((sign) => head.startsWith(sign))) throw new TableRefused('unreadable')
  return readCsv(file)
}

/** PDF, PNG, JPEG, GZIP, 7z, RAR, programs: no text, whatever is made of their bytes. */
const otherKinds = ['25504446', '89504e47', 'ffd8ff', '1f8b', '377abcaf', '52617221', '7f454c46']

const firstBytes = async (file: string): Promise<string> => {
  const handle = await open(file)
  try {
    const head = Buffer.alloc(8)
    const { bytesRead } = await handle.read(head, 0, 8, 0)
    return head.subarray(0, bytesRead).toString('hex')
  } finally {
    await handle.close()
  }
}
