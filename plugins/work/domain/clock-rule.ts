import type { Instant } from '#plugins/kernel/domain'

/** Who has to move next. */
export type BallIn = 'agency' | 'client' | 'candidate'

/** What starts, stops, ends and pauses the time somebody has for something, as a row of a table. */
export type ClockRule = {
  /** kebab-case and unique: `order-first-shortlist`. */
  kind: string
  /** In the words of a list: "First shortlist". */
  label: string
  /** The kind of record it runs on, as in events. */
  subject: string
  /** Whose time it is. */
  ballIn: BallIn
  /** Working minutes: 510 is a usual day. */
  minutes: number
  /**
   * Events, by name or with the state they lead to: `job-order.resumed>active`. Those of other records
   * count when they belong to the subject (an order's shortlist).
   */
  startsOn: readonly string[]
  stopsOn: readonly string[]
  /** It no longer matters: neither kept nor missed. */
  cancelsOn?: readonly string[]
  /** Event → why the time stands still. */
  pausesOn?: Readonly<Record<string, string>>
  resumesOn?: readonly string[]
  /** It runs once for a record: "first shortlist". */
  isOnce?: true
}

export type ClockEvent = { id: string; name: string; to: string | null; at: Instant }

export type RulePause = { from: Instant; until: Instant | null; reason: string }

/** One run of a clock, from the event that started it. */
export type ClockRun = {
  startEventId: string
  startedAt: Instant
  pauses: readonly RulePause[]
  /** Null while it runs. */
  end: { at: Instant; isCancelled: boolean } | null
}

/**
 * The runs that a record's events tell of, the same whatever order they are heard in: what is stored
 * can be made anew from them at any time. A start while it runs changes nothing.
 */
export const runsOf = ({
  rule,
  events,
}: {
  rule: ClockRule
  events: readonly ClockEvent[]
}): ClockRun[] => {
  const runs: ClockRun[] = []
  const inOrder = [...events].sort((one, other) =>
    one.at === other.at ? compare(one.id, other.id) : compare(one.at, other.at),
  )
  for (const event of inOrder) {
    const run = runs.at(-1)
    const isRunning = run !== undefined && run.end === null
    if (!isRunning) {
      if (isOneOf(rule.startsOn, event) && !(rule.isOnce && run))
        runs.push({ startEventId: event.id, startedAt: event.at, pauses: [], end: null })
      continue
    }
    runs[runs.length - 1] = heard({ rule, run, event })
  }
  return runs
}

const heard = ({
  rule,
  run,
  event,
}: {
  rule: ClockRule
  run: ClockRun
  event: ClockEvent
}): ClockRun => {
  const isCancelled = isOneOf(rule.cancelsOn, event)
  if (isCancelled || isOneOf(rule.stopsOn, event))
    return { ...run, pauses: closed({ run, at: event.at }), end: { at: event.at, isCancelled } }
  if (isOneOf(rule.resumesOn, event)) return { ...run, pauses: closed({ run, at: event.at }) }
  const reason = rule.pausesOn?.[event.name]
  const isPaused = run.pauses.some(({ until }) => until === null)
  if (reason === undefined || isPaused) return run
  return { ...run, pauses: [...run.pauses, { from: event.at, until: null, reason }] }
}

const closed = ({ run, at }: { run: ClockRun; at: Instant }): RulePause[] =>
  run.pauses.map((pause) => (pause.until === null ? { ...pause, until: at } : pause))

const isOneOf = (names: readonly string[] | undefined, { name, to }: ClockEvent): boolean =>
  names?.some((each) => each === name || each === `${name}>${to}`) ?? false

/** The names of every event that a rule listens to. */
export const eventsOfRule = (rule: ClockRule): string[] => [
  ...new Set(
    [
      ...rule.startsOn,
      ...rule.stopsOn,
      ...(rule.cancelsOn ?? []),
      ...Object.keys(rule.pausesOn ?? {}),
      ...(rule.resumesOn ?? []),
    ].map((each) => each.split('>', 1)[0] ?? each),
  ),
]

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
