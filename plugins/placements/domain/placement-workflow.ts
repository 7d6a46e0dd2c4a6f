import { defineWorkflow, type Move } from '#plugins/kernel/domain'

export type PlacementState =
  | 'pending'
  | 'confirmed'
  | 'ready'
  | 'active'
  | 'notice'
  | 'completed'
  | 'ended_early'
  | 'no_start'
  | 'cancelled'

const cancel: Move = { event: 'placement.cancelled', needsReason: true }
const notStarted: Move = { event: 'placement.not-started', needsReason: true }
const complete: Move = { event: 'placement.completed', needs: ['actualEndOn'] }
const endEarly: Move = {
  event: 'placement.ended-early',
  needs: ['actualEndOn'],
  needsReason: true,
}

/**
 * The life of a filled opening. Only commands move it, because each move touches the opening, the
 * readiness list or the days on which time may be entered.
 */
export const placementWorkflow = defineWorkflow<PlacementState>({
  name: 'Placement',
  collection: 'placements',
  initial: 'pending',
  states: {
    pending: {
      label: 'Pending',
      tone: 'neutral',
      next: {
        confirmed: { event: 'placement.confirmed', needs: ['startsOn'] },
        cancelled: cancel,
      },
    },
    confirmed: {
      label: 'Confirmed',
      tone: 'info',
      next: {
        ready: { event: 'placement.ready' },
        no_start: notStarted,
        cancelled: cancel,
      },
    },
    ready: {
      label: 'Ready to start',
      tone: 'info',
      next: {
        active: { event: 'placement.started', needs: ['actualStartOn'] },
        no_start: notStarted,
        cancelled: cancel,
      },
    },
    active: {
      label: 'Active',
      tone: 'good',
      next: {
        notice: { event: 'placement.notice-given', needs: ['noticeUntilOn'], needsReason: true },
        completed: complete,
        ended_early: endEarly,
      },
    },
    notice: {
      label: 'Under notice',
      tone: 'warn',
      next: {
        active: { event: 'placement.notice-withdrawn' },
        completed: complete,
        ended_early: endEarly,
      },
    },
    completed: { label: 'Completed', tone: 'good', next: {} },
    ended_early: { label: 'Ended early', tone: 'bad', next: {} },
    no_start: { label: 'Did not start', tone: 'bad', next: {} },
    cancelled: { label: 'Cancelled', tone: 'neutral', next: {} },
  },
})

/** Placements that gave their opening back: nobody worked, so another may be placed there. */
export const releasedStates: readonly PlacementState[] = ['cancelled', 'no_start']

/** Placements whose worker has worked or works: the ones that can have time. */
export const startedStates: readonly PlacementState[] = [
  'active',
  'notice',
  'completed',
  'ended_early',
]

export const hasStarted = (state: string): boolean =>
  startedStates.some((started) => started === state)

/** Placements for which a new timesheet is opened every week by itself. */
export const workingStates: readonly PlacementState[] = ['active', 'notice']

export const isWorking = (state: string): boolean =>
  workingStates.some((working) => working === state)
