import { ok, refuse, type Failure, type Result } from './result'

/** What a state means to colours, reports and queues, whatever its label says. */
export type StateTone = 'neutral' | 'info' | 'good' | 'warn' | 'bad'

export type Move = {
  /** The permission of a member of staff who makes this move by hand; absent: only commands make it. */
  permission?: string
  /** Fields that must be filled before the move, in the words of the record. */
  needs?: readonly string[]
  /** The event it publishes; past tense, `subject.verb`. */
  event: string
  /** A reason must be given. */
  needsReason?: boolean
}

export type StateDefinition<State extends string> = {
  label: string
  tone: StateTone
  /** Final states have no next ones. */
  next: Partial<Record<State, Move>>
}

export type Workflow<State extends string = string> = {
  name: string
  /** The collection whose `state` it rules. */
  collection: string
  initial: State
  states: Record<State, StateDefinition<State>>
}

/** Declares the life of a record as a table, read by guard, board, options, diagram and tests. */
export const defineWorkflow = <State extends string>(workflow: Workflow<State>): Workflow<State> =>
  workflow

export const statesOf = <State extends string>(workflow: Workflow<State>): State[] =>
  Object.keys(workflow.states).filter((key): key is State & string =>
    Object.hasOwn(workflow.states, key),
  )

/** The value as a state of the table, or null when the table does not know it. */
export const stateFrom = <State extends string>({
  workflow,
  value,
}: {
  workflow: Workflow<State>
  value: unknown
}): State | null => statesOf(workflow).find((state) => state === value) ?? null

export const nextStatesOf = <State extends string>({
  workflow,
  from,
}: {
  workflow: Workflow<State>
  from: State
}): State[] => {
  const next = workflow.states[from].next
  return statesOf(workflow).filter((state) => next[state] !== undefined)
}

/**
 * Decides whether a record may go from one state to another and which event tells of it.
 * Staying is always allowed and publishes nothing.
 *
 * @param record the fields as they will be stored; `needs` are looked up in it
 */
export const judgeMove = <State extends string>({
  workflow,
  from,
  to,
  record,
  reason,
}: {
  workflow: Workflow<State>
  from: State
  to: State
  record: Record<string, unknown>
  reason?: string | null | undefined
}): Result<{ event: string | null; permission: string | null }, Failure> => {
  if (from === to) return ok({ event: null, permission: null })
  const move = workflow.states[from].next[to]
  const fromLabel = workflow.states[from].label
  const toLabel = workflow.states[to].label
  if (!move) {
    const allowed = nextStatesOf({ workflow, from }).map((state) => workflow.states[state].label)
    return refuse({
      kind: 'state',
      code: 'move-forbidden',
      message: `From “${fromLabel}” this cannot go to “${toLabel}”. ${
        allowed.length > 0 ? `Possible: ${allowed.join(', ')}.` : 'This state is final.'
      }`,
    })
  }
  const missing = (move.needs ?? []).filter((field) => isEmpty(valueAt({ record, path: field })))
  if (missing.length > 0)
    return refuse({
      kind: 'input',
      code: 'move-needs-fields',
      message: `Before “${toLabel}” please fill in: ${missing.map(humanName).join(', ')}.`,
      fields: Object.fromEntries(missing.map((field) => [field, `Needed before “${toLabel}”.`])),
    })
  if (move.needsReason && !reason?.trim())
    return refuse({
      kind: 'input',
      code: 'move-needs-reason',
      message: `Please give a reason for “${toLabel}”.`,
      fields: { reason: 'Please give a reason.' },
    })
  return ok({ event: move.event, permission: move.permission ?? null })
}

/** States that no path from the initial one reaches: always a fault of the table. */
export const unreachableStates = <State extends string>(workflow: Workflow<State>): State[] => {
  const seen = new Set<State>([workflow.initial])
  const queue: State[] = [workflow.initial]
  for (let from = queue.shift(); from !== undefined; from = queue.shift())
    for (const to of nextStatesOf({ workflow, from }))
      if (!seen.has(to)) {
        seen.add(to)
        queue.push(to)
      }
  return statesOf(workflow).filter((state) => !seen.has(state))
}

/** Every event the table can publish, each once. */
export const eventsOf = <State extends string>(workflow: Workflow<State>): string[] => {
  const events = new Set<string>()
  for (const from of statesOf(workflow))
    for (const to of nextStatesOf({ workflow, from })) {
      const move = workflow.states[from].next[to]
      if (move) events.add(move.event)
    }
  return [...events].sort()
}

export type StateOption<State extends string = string> = { label: string; value: State }

export const stateOptions = <State extends string>(
  workflow: Workflow<State>,
): StateOption<State>[] =>
  statesOf(workflow).map((value) => ({ value, label: workflow.states[value].label }))

const valueAt = ({ record, path }: { record: Record<string, unknown>; path: string }): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
      record,
    )

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

const humanName = (path: string): string =>
  path
    .replaceAll('.', ' ')
    .replace(/(Minor|E4|Bp)\b/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
