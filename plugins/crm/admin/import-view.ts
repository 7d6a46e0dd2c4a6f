import { z } from 'zod'

/** An import as the screen shows it: what the server answers for the record. */
export const importView = z.object({
  id: z.string(),
  state: z.string(),
  fileName: z.string(),
  source: z.string().nullish(),
  headers: z.array(z.string()),
  columns: z.array(z.string().nullable()),
  dayOrder: z.enum(['dmy', 'mdy']),
  onDuplicate: z.enum(['skip', 'fill']),
  onAlike: z.enum(['skip', 'fill', 'new']),
  rowCount: z.number(),
  checkedCount: z.number(),
  handledCount: z.number(),
  createdCount: z.number(),
  filledCount: z.number(),
  skippedCount: z.number(),
  failedCount: z.number(),
  removedCount: z.number(),
  keptCount: z.number(),
  forgottenAt: z.string().nullish(),
})

export type ImportView = z.output<typeof importView>

const counts = z.record(z.string(), z.number())

export const rowsAnswer = z.object({
  rows: z.array(
    z.object({
      no: z.number(),
      cells: z.array(z.string()),
      verdict: z.enum(['ok', 'bad', 'duplicate', 'alike']).nullable(),
      problems: z.array(z.object({ field: z.string(), message: z.string() })),
      match: z
        .object({
          id: z.string().nullable(),
          title: z.string().nullable(),
          row: z.number().nullable(),
          by: z.string().nullable(),
        })
        .nullable(),
      decision: z.enum(['skip', 'fill', 'new']).nullable(),
      outcome: z.string().nullable(),
      reason: z.string().nullable(),
      recordId: z.string().nullable(),
    }),
  ),
  next: z.number().nullable(),
  counts: z.object({ verdicts: counts, outcomes: counts }),
})

export type RowsAnswer = z.output<typeof rowsAnswer>
export type ShownRow = RowsAnswer['rows'][number]

const refusal = z.object({ error: z.object({ message: z.string() }) })

/** What the server answers, or why it did not, in words. */
export const readAnswer = async <Schema extends z.ZodType>({
  path,
  schema,
  init = {},
}: {
  path: string
  schema: Schema
  init?: RequestInit
}): Promise<{ ok: true; value: z.output<Schema> } | { ok: false; message: string }> => {
  try {
    const response = await fetch(path, init)
    const body: unknown = await response.json()
    if (response.ok) return { ok: true, value: schema.parse(body) }
    const told = refusal.safeParse(body)
    return {
      ok: false,
      message: told.success ? told.data.error.message : 'This did not work. Please try again.',
    }
  } catch (error) {
    // `fetch` rejects with a TypeError without a connection, and a proxy answers no JSON.
    if (error instanceof TypeError || error instanceof SyntaxError)
      return { ok: false, message: 'The server could not be reached. Please try again.' }
    throw error
  }
}
