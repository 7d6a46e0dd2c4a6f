import { consume, runParsed, type AnyCommand } from '#plugins/kernel'
import { refuse, type Failure, type Result } from '#plugins/kernel/domain'
import type { Visit } from './visit'

/** Runs a command for the visitor of a page, counted against the same limits as the endpoint. */
export const runForVisit = async ({
  visit,
  command,
  input,
}: {
  visit: Visit
  command: AnyCommand
  input: unknown
}): Promise<Result<unknown, Failure>> => {
  const key = visit.actor.kind === 'anonymous' ? visit.address : visit.actor.id
  const allowance = await consume({
    payload: visit.payload,
    bucket: `command:${command.name}`,
    key,
    ...(command.rate ?? { limit: 600, windowSeconds: 60 }),
  })
  if (!allowance.allowed)
    return refuse({
      kind: 'limit',
      code: 'too-many',
      message: `Too many tries. Please wait ${allowance.retryAfterSeconds} seconds.`,
      retryAfterSeconds: allowance.retryAfterSeconds,
    })
  return await runParsed({ command, req: visit.req, input })
}
