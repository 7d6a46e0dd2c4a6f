import { z } from 'zod'

const incomingFile = z.object({
  name: z.string(),
  documentId: z.string().nullable(),
  /** Why it was not kept. */
  refused: z.string().nullable(),
})

export type IncomingFile = z.output<typeof incomingFile>

/** The files of a mail as they are stored beside it. */
export const incomingFiles = (value: unknown): readonly IncomingFile[] => {
  const parsed = z.array(incomingFile).safeParse(value)
  return parsed.success ? parsed.data : []
}
