import {
  addMinutes,
  epochMsOf,
  formatMinutes,
  type Instant,
  type Label,
} from '#plugins/kernel/domain'

export const noteKinds = { note: { en: 'Note' }, call: { en: 'Call' } } as const satisfies Record<
  string,
  Label
>

export type NoteKind = keyof typeof noteKinds

export const callDirections = {
  outgoing: { en: 'We called' },
  incoming: { en: 'They called' },
} as const satisfies Record<string, Label>

export type CallDirection = keyof typeof callDirections

export const callOutcomes = {
  reached: { en: 'Spoke with them' },
  'call-back': { en: 'To be called back' },
  message: { en: 'Left a message' },
  'no-answer': { en: 'Nobody answered' },
  'wrong-number': { en: 'Wrong number' },
} as const satisfies Record<string, Label>

export type CallOutcome = keyof typeof callOutcomes

/** Long enough for minutes of a meeting. */
export const longestNote = 10_000

/** For so long whoever wrote a note may change it or take it back; afterwards it stands. */
export const noteChangeHours = 24

/** Whether somebody may still change a note: its author, for a day, unless it was taken back. */
export const canChangeNote = ({
  authorId,
  actorId,
  writtenAt,
  isRemoved,
  now,
}: {
  authorId: string | null
  actorId: string
  writtenAt: Instant
  isRemoved: boolean
  now: Instant
}): boolean =>
  !isRemoved &&
  authorId === actorId &&
  epochMsOf(now) <= epochMsOf(addMinutes({ instant: writtenAt, minutes: noteChangeHours * 60 }))

/** What a call was, in short: who called, how it ended, how long it took. */
export const callFacts = ({
  direction,
  outcome,
  durationMinutes,
}: {
  direction: CallDirection
  outcome: CallOutcome
  durationMinutes: number | null
}): string[] => [
  callDirections[direction].en,
  callOutcomes[outcome].en,
  ...(durationMinutes ? [`${formatMinutes(durationMinutes)} h`] : []),
]

export type Colleague = { id: string; name: string }

/** Which of the colleagues a text names as `@Name`; a longer name is not mistaken for a shorter one. */
export const mentionedIn = ({
  text,
  colleagues,
}: {
  text: string
  colleagues: readonly Colleague[]
}): Colleague[] => {
  let rest = text
  return colleagues
    .toSorted((one, other) => other.name.length - one.name.length)
    .filter(({ name }) => {
      const parts = rest.split(`@${name}`)
      rest = parts.join('\n')
      return parts.length > 1
    })
}

/** The `@word` that is being typed before the caret, without the sign; null when there is none. */
export const mentionAt = ({ text, caret }: { text: string; caret: number }): string | null =>
  /(?:^|[\s(])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*)?)$/u.exec(text.slice(0, caret))?.[1] ?? null
