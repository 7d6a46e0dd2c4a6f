import { z } from 'zod'

const outcome = z.object({
  added: z.number(),
  skipped: z.array(z.object({ reason: z.enum(['already-in', 'not-there', 'said-no']) })),
})

const words = {
  'already-in': 'in it already',
  'not-there': 'blocked or not there',
  'said-no': 'said no to it',
} as const

/** “3 added; 1 in it already, 2 said no to it.” */
export const poolOutcome = (result: unknown): string => {
  const read = outcome.safeParse(result)
  if (!read.success) return 'Done.'
  const { added, skipped } = read.data
  const left = Object.entries(words).flatMap(([reason, text]) => {
    const count = skipped.filter((one) => one.reason === reason).length
    return count > 0 ? [`${count} ${text}`] : []
  })
  return `${added} added${left.length > 0 ? `; ${left.join(', ')}` : ''}.`
}
