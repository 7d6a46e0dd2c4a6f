import { defineWorkflow } from '#plugins/kernel/domain'

export type ClockState = 'running' | 'paused' | 'met' | 'missed' | 'cancelled'

const ends = {
  met: { event: 'clock.met' },
  missed: { event: 'clock.missed' },
  cancelled: { event: 'clock.cancelled' },
}

/** The time that somebody has for something: it runs, stands still, and ends kept or missed. */
export const clockWorkflow = defineWorkflow<ClockState>({
  name: 'Clock',
  collection: 'clocks',
  initial: 'running',
  states: {
    running: {
      label: 'Running',
      tone: 'info',
      next: { paused: { event: 'clock.paused' }, ...ends },
    },
    paused: {
      label: 'Standing still',
      tone: 'warn',
      next: { running: { event: 'clock.resumed' }, ...ends },
    },
    met: { label: 'In time', tone: 'good', next: {} },
    missed: { label: 'Too late', tone: 'bad', next: {} },
    cancelled: { label: 'No longer needed', tone: 'neutral', next: {} },
  },
})

/** States of a clock that somebody still has to keep. */
export const liveClockStates: readonly ClockState[] = ['running', 'paused']

export const isLiveClock = (state: string): boolean =>
  liveClockStates.some((live) => live === state)

export const isPausedClock = (state: string): boolean => state === 'paused'
