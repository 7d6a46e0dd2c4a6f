import { appendFile, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

/** One line per erased person, by id alone. It lies beside the files and not in the database. */
const erasedSchema = z.object({
  person: z.object({ kind: z.enum(['candidate', 'client-contact']), id: z.uuid() }),
  ground: z.enum(['asked', 'retention', 'mistake']),
})

export type Erased = z.output<typeof erasedSchema>

const fileIn = (dataDir: string): string => path.join(dataDir, 'erased-people.jsonl')

/** The list: a restored database is compared with it. Empty while nobody was erased. */
export const erasedList = async ({ dataDir }: { dataDir: string }): Promise<Erased[]> => {
  const text = await readFile(fileIn(dataDir), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return ''
    throw error
  })
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => erasedSchema.parse(JSON.parse(line)))
}

/** Adds a person once, however often the job is repeated. */
export const noteErased = async ({
  dataDir,
  erased,
}: {
  dataDir: string
  erased: Erased
}): Promise<void> => {
  const known = await erasedList({ dataDir })
  if (known.some(({ person }) => person.id === erased.person.id)) return
  await mkdir(dataDir, { recursive: true })
  await appendFile(fileIn(dataDir), `${JSON.stringify(erased)}\n`, { mode: 0o600 })
}
