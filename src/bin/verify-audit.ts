import { getPayload } from 'payload'

import { requestFor, verifySeals, type SealProblem } from '#plugins/kernel'
import config from '../../payload.config'
import { endProgram } from './archive/end-program'

/** `npm run verify-audit`: proves that no event was changed since it was sealed, or names it. */
const verifyAudit = async (): Promise<{ lines: string[]; problems: number }> => {
  const payload = await getPayload({ config, disableOnInit: true })
  const req = await requestFor({ payload, actor: { kind: 'system', id: 'verify-audit' } })
  const verified = await verifySeals({ req })
  await payload.destroy()
  if (!verified.ok) throw new Error(verified.failure.message)
  const { seals, events, erased, lastHash, problems } = verified.value
  return {
    lines: [
      ...problems.map(inWords),
      `${events} events in ${seals} seals, personal values of ${erased} erased, ${problems.length} problems; last hash ${lastHash}`,
    ],
    problems: problems.length,
  }
}

const inWords = (problem: SealProblem): string => {
  switch (problem.kind) {
    case 'event-changed':
      return `The event ${problem.eventId} was changed after seal ${problem.seal}.`
    case 'personal-changed':
      return `The personal values of the event ${problem.eventId} were changed after seal ${problem.seal}, and no erasure tells of it.`
    case 'personal-missing':
      return `The personal values of the event ${problem.eventId} of seal ${problem.seal} are gone, and no erasure tells of it.`
    case 'event-missing':
      return `The event ${problem.eventId} of seal ${problem.seal} is gone.`
    case 'seal-broken':
      return `Seal ${problem.seal} does not follow from its rows and the seal before it.`
    case 'event-unsealed':
      return `The event ${problem.eventId} was added without being sealed.`
  }
}

await endProgram(verifyAudit)
