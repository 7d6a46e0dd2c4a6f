import { defineWorkflow, type Move } from '#plugins/kernel/domain'

export type JobOrderState =
  | 'intake'
  | 'qualifying'
  | 'active'
  | 'covered'
  | 'on_hold'
  | 'filled'
  | 'closed_lost'
  | 'closed_cancelled'

const activate: Move = {
  event: 'job-order.activated',
  needs: ['title', 'client', 'contact', 'owner', 'workLocation', 'employmentType'],
}
const hold: Move = { event: 'job-order.held', needsReason: true }
const lose: Move = { event: 'job-order.lost', needsReason: true }
const cancel: Move = { event: 'job-order.cancelled', needsReason: true }

/** The life of an order. `covered` is worked no further because enough people are with the client. */
export const jobOrderWorkflow = defineWorkflow<JobOrderState>({
  name: 'Job order',
  collection: 'job-orders',
  initial: 'intake',
  states: {
    intake: {
      label: 'Intake',
      tone: 'info',
      next: {
        qualifying: { event: 'job-order.qualified', needs: ['title', 'client', 'owner'] },
        on_hold: hold,
        closed_lost: lose,
        closed_cancelled: cancel,
      },
    },
    qualifying: {
      label: 'Qualifying',
      tone: 'warn',
      next: { active: activate, on_hold: hold, closed_lost: lose, closed_cancelled: cancel },
    },
    active: {
      label: 'Active',
      tone: 'good',
      next: {
        covered: { event: 'job-order.covered' },
        on_hold: hold,
        filled: { event: 'job-order.filled' },
        closed_lost: lose,
        closed_cancelled: cancel,
      },
    },
    covered: {
      label: 'Covered',
      tone: 'info',
      next: {
        active: { event: 'job-order.reopened' },
        on_hold: hold,
        filled: { event: 'job-order.filled' },
        closed_lost: lose,
        closed_cancelled: cancel,
      },
    },
    on_hold: {
      label: 'On hold',
      tone: 'warn',
      next: {
        qualifying: { event: 'job-order.resumed' },
        active: { ...activate, event: 'job-order.resumed' },
        closed_lost: lose,
        closed_cancelled: cancel,
      },
    },
    filled: {
      label: 'Filled',
      tone: 'good',
      next: { active: { event: 'job-order.reopened' } },
    },
    closed_lost: { label: 'Closed, lost', tone: 'bad', next: {} },
    closed_cancelled: { label: 'Closed, cancelled', tone: 'neutral', next: {} },
  },
})

/** Orders on which candidates are put forward and placed. */
export const isWorkedOn = (state: JobOrderState): boolean =>
  state === 'active' || state === 'covered'

/** Every opening was taken. */
export const isFilledOrder = (state: string): boolean => state === 'filled'

/** Orders that are over, whatever their end. */
export const isClosedOrder = (state: JobOrderState): boolean =>
  closedOrderStates.some((closed) => closed === state)

/** The states in which an order is over. */
export const closedOrderStates = [
  'filled',
  'closed_lost',
  'closed_cancelled',
] as const satisfies readonly JobOrderState[]
