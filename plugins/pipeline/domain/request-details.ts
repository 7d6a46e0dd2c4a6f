/** What a client can be asked for again, one by one. */
export const requestDetails = {
  jobTitle: 'Role',
  openingsCount: 'How many people',
  workLocation: 'Where',
  startsOn: 'Start',
  endsOn: 'End',
  payFromRateE4: 'Pay per hour from',
  payToRateE4: 'Pay per hour to',
  salaryFromMinor: 'Salary per year from',
  salaryToMinor: 'Salary per year to',
} as const

export type RequestDetail = keyof typeof requestDetails

export const isRequestDetail = (value: unknown): value is RequestDetail =>
  typeof value === 'string' && Object.hasOwn(requestDetails, value)

export const requestDetailNames: readonly RequestDetail[] =
  Object.keys(requestDetails).filter(isRequestDetail)

/** The details of a request as far as they are known. */
export type KnownDetails = {
  jobTitle?: string | null | undefined
  openingsCount?: number | null | undefined
  workLocation?: string | null | undefined
  startsOn?: string | null | undefined
  endsOn?: string | null | undefined
  payFromRateE4?: number | null | undefined
  payToRateE4?: number | null | undefined
  salaryFromMinor?: number | null | undefined
  salaryToMinor?: number | null | undefined
}

type Rule = {
  /** Asked for when it is broken. */
  details: readonly RequestDetail[]
  isBroken: (request: KnownDetails) => boolean
  /** What the client reads. */
  question: string
}

const isBlank = (text: string | null | undefined): boolean => !text?.trim()
const isBelow = (value: number | null | undefined, least: number): boolean =>
  typeof value === 'number' && value < least
const isReversed = <Value extends number | string>(
  from: Value | null | undefined,
  to: Value | null | undefined,
): boolean => isGiven(from) && isGiven(to) && to < from
const isGiven = <Value>(value: Value | null | undefined): value is Value =>
  value !== null && value !== undefined && value !== ''

/** What a request must not lack, and what in it must not contradict itself, in the order of asking. */
const rules: readonly Rule[] = [
  {
    details: ['jobTitle'],
    isBroken: ({ jobTitle }) => isBlank(jobTitle),
    question: 'Whom are you looking for?',
  },
  {
    details: ['openingsCount'],
    isBroken: ({ openingsCount }) => typeof openingsCount !== 'number' || openingsCount < 1,
    question: 'How many people do you need?',
  },
  {
    details: ['workLocation'],
    isBroken: ({ workLocation }) => isBlank(workLocation),
    question: 'Where is the work done?',
  },
  {
    details: ['startsOn', 'endsOn'],
    isBroken: ({ startsOn, endsOn }) => isReversed(startsOn, endsOn),
    question: 'The end is before the start: when does the work begin and end?',
  },
  {
    details: ['payFromRateE4', 'payToRateE4'],
    isBroken: ({ payFromRateE4, payToRateE4 }) =>
      isBelow(payFromRateE4, 0) ||
      isBelow(payToRateE4, 0) ||
      isReversed(payFromRateE4, payToRateE4),
    question: 'The pay per hour does not fit together: from what to what do you pay?',
  },
  {
    details: ['salaryFromMinor', 'salaryToMinor'],
    isBroken: ({ salaryFromMinor, salaryToMinor }) =>
      isBelow(salaryFromMinor, 0) ||
      isBelow(salaryToMinor, 0) ||
      isReversed(salaryFromMinor, salaryToMinor),
    question: 'The salary does not fit together: from what to what do you pay?',
  },
]

export type OpenDetails = { details: readonly RequestDetail[]; question: string }

type JudgedDetails = OpenDetails & {
  /** What is asked, by detail. */
  questions: Partial<Record<RequestDetail, string>>
}

/** What is missing in a request or contradicts itself; null when nothing has to be asked. */
export const judgeRequest = (request: KnownDetails): JudgedDetails | null => {
  const broken = rules.filter(({ isBroken }) => isBroken(request))
  if (broken.length === 0) return null
  return {
    details: [...new Set(broken.flatMap(({ details }) => details))],
    question: broken.map(({ question }) => question).join('\n'),
    questions: Object.fromEntries(
      broken.flatMap(({ details, question }) => details.map((detail) => [detail, question])),
    ),
  }
}

/** What a colleague asks for by name, when they write no question of their own. */
export const questionFor = (details: readonly RequestDetail[]): string =>
  `Please tell us: ${details.map((detail) => requestDetails[detail].toLowerCase()).join(', ')}.`

/**
 * What of a wish can be written down. A count or pay that cannot be is left out, because the client is
 * asked for it anyway.
 */
export const storableDetails = <Request extends KnownDetails>(
  request: Request,
): Omit<Request, keyof KnownDetails> & KnownDetails => ({
  ...request,
  openingsCount: Math.max(1, request.openingsCount ?? 1),
  workLocation: request.workLocation?.trim() || null,
  payFromRateE4: isBelow(request.payFromRateE4, 0) ? null : request.payFromRateE4,
  payToRateE4: isBelow(request.payToRateE4, 0) ? null : request.payToRateE4,
  salaryFromMinor: isBelow(request.salaryFromMinor, 0) ? null : request.salaryFromMinor,
  salaryToMinor: isBelow(request.salaryToMinor, 0) ? null : request.salaryToMinor,
})

/** The names of details as they are kept in JSON; unknown ones are left out. */
export const detailsOf = (stored: unknown): readonly RequestDetail[] =>
  Array.isArray(stored) ? stored.filter(isRequestDetail) : []
