import { formatInstant, stateFrom, type StateTone } from '#plugins/kernel/domain'
import { offerDifferences } from '../domain/offer-terms'
import { offerWorkflow } from '../domain/offer-workflow'
import { differenceWords, reasonWords, termWords } from '../domain/offer-words'

export type ShownVersion = {
  id: string
  number: number
  state: string
  tone: StateTone
  lines: readonly string[]
}

export type HistoryAnswer =
  | { kind: 'read'; versions: readonly ShownVersion[] }
  | { kind: 'failed'; message: string }

/** The versions of a submission’s offer, newest first, with what the reader may see of them. */
export const readOfferHistory = async ({
  submissionId,
  locale,
  zone,
}: {
  submissionId: string
  locale: string
  zone: string
}): Promise<HistoryAnswer> => {
  const query = `where[submission][equals]=${encodeURIComponent(submissionId)}&sort=version&limit=50&depth=1`
  const response = await asked(`/api/offers?${query}`)
  if (!response) return { kind: 'failed', message: 'The server could not be reached.' }
  const body: unknown = await response.json()
  const docs: unknown = field(body, 'docs')
  if (!response.ok || !Array.isArray(docs))
    return { kind: 'failed', message: 'The versions could not be read.' }
  const versions = docs.map((offer, index) =>
    shown({ offer, before: index > 0 ? docs[index - 1] : null, locale, zone }),
  )
  return { kind: 'read', versions: versions.toReversed() }
}

const asked = async (url: string): Promise<Response | null> => {
  try {
    return await fetch(url)
  } catch (error) {
    // `fetch` rejects with a TypeError when there is no connection, and only then.
    if (error instanceof TypeError) return null
    throw error
  }
}

const shown = ({
  offer,
  before,
  locale,
  zone,
}: {
  offer: unknown
  before: unknown
  locale: string
  zone: string
}): ShownVersion => {
  const state = stateFrom({ workflow: offerWorkflow, value: field(offer, 'state') })
  const currency = text(offer, 'currency')
  const terms = termsOf(offer)
  const changes = before
    ? offerDifferences({ before: termsOf(before), after: terms }).map((change) =>
        differenceWords({ change, currency, locale }),
      )
    : termWords({ terms, currency, locale })
  const moment = (name: string, words: string) =>
    text(offer, name)
      ? [`${words} ${formatInstant({ instant: text(offer, name), locale, zone })}`]
      : []
  const wish = termWords({
    terms: {
      startsOn: text(offer, 'counterStartsOn') || null,
      endsOn: null,
      payRateE4: number(offer, 'counterPayRateE4'),
      salaryMinor: number(offer, 'counterSalaryMinor'),
      hoursPerWeekMinutes: number(offer, 'counterHoursPerWeekMinutes'),
    },
    currency,
    locale,
  })
  const reasons: unknown = field(offer, 'approvalReasons')
  const approver = text(field(offer, 'approvedBy'), 'name')
  return {
    id: text(offer, 'id'),
    number: number(offer, 'version') ?? 0,
    state: state ? offerWorkflow.states[state].label : '',
    tone: state ? offerWorkflow.states[state].tone : 'neutral',
    lines: [
      ...(changes.length > 0 ? changes : ['The same terms as before']),
      ...(Array.isArray(reasons)
        ? reasons.map((reason) => reasonWords({ reason, currency, locale })).filter(Boolean)
        : []),
      ...(approver
        ? [`Decided on by ${approver}: ${text(offer, 'approvalNote') || 'no note'}`]
        : []),
      ...moment('extendedAt', 'Sent'),
      ...moment('resolvedAt', 'Answered'),
      ...(wish.length > 0 ? [`Wished: ${wish.join(', ')}`] : []),
      ...[text(offer, 'counterWords'), text(offer, 'declineReason')].filter(Boolean),
    ],
  }
}

const termsOf = (offer: unknown) => ({
  startsOn: text(offer, 'startsOn') || null,
  endsOn: text(offer, 'endsOn') || null,
  payRateE4: number(offer, 'payRateE4'),
  salaryMinor: number(offer, 'salaryMinor'),
  hoursPerWeekMinutes: number(offer, 'hoursPerWeekMinutes'),
})

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

const text = (value: unknown, name: string): string => {
  const found = field(value, name)
  return typeof found === 'string' ? found : ''
}

const number = (value: unknown, name: string): number | null => {
  const found = field(value, name)
  return typeof found === 'number' ? found : null
}
