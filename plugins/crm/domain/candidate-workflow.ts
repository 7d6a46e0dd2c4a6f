import { defineWorkflow } from '#plugins/kernel/domain'

export type CandidateState =
  | 'new'
  | 'active'
  | 'in_process'
  | 'placed'
  | 'inactive'
  | 'do_not_use'
  | 'merged'
  | 'anonymised'

const byRecruiter = { permission: 'candidates.write' } as const

/** The standing of a person with the agency; what happens on one order is told by the submission. */
export const candidateWorkflow = defineWorkflow<CandidateState>({
  name: 'Candidate',
  collection: 'candidates',
  initial: 'new',
  states: {
    new: {
      label: 'New',
      tone: 'info',
      next: {
        active: { event: 'candidate.activated', ...byRecruiter },
        in_process: { event: 'candidate.put-forward', ...byRecruiter },
        placed: { event: 'candidate.placed', ...byRecruiter },
        inactive: { event: 'candidate.deactivated', ...byRecruiter },
        do_not_use: { event: 'candidate.blocked', needsReason: true },
        merged: { event: 'candidate.merged-into-another' },
        anonymised: { event: 'candidate.anonymised', needsReason: true },
      },
    },
    active: {
      label: 'Active',
      tone: 'good',
      next: {
        in_process: { event: 'candidate.put-forward', ...byRecruiter },
        placed: { event: 'candidate.placed', ...byRecruiter },
        inactive: { event: 'candidate.deactivated', ...byRecruiter },
        do_not_use: { event: 'candidate.blocked', needsReason: true },
        merged: { event: 'candidate.merged-into-another' },
        anonymised: { event: 'candidate.anonymised', needsReason: true },
      },
    },
    in_process: {
      label: 'In process',
      tone: 'info',
      next: {
        active: { event: 'candidate.activated', ...byRecruiter },
        placed: { event: 'candidate.placed', ...byRecruiter },
        inactive: { event: 'candidate.deactivated', ...byRecruiter },
        do_not_use: { event: 'candidate.blocked', needsReason: true },
        merged: { event: 'candidate.merged-into-another' },
        anonymised: { event: 'candidate.anonymised', needsReason: true },
      },
    },
    placed: {
      label: 'Placed',
      tone: 'good',
      next: {
        active: { event: 'candidate.activated', ...byRecruiter },
        in_process: { event: 'candidate.put-forward', ...byRecruiter },
        inactive: { event: 'candidate.deactivated', ...byRecruiter },
        do_not_use: { event: 'candidate.blocked', needsReason: true },
        merged: { event: 'candidate.merged-into-another' },
        anonymised: { event: 'candidate.anonymised', needsReason: true },
      },
    },
    inactive: {
      label: 'Inactive',
      tone: 'neutral',
      next: {
        active: { event: 'candidate.activated', ...byRecruiter },
        in_process: { event: 'candidate.put-forward', ...byRecruiter },
        do_not_use: { event: 'candidate.blocked', needsReason: true },
        merged: { event: 'candidate.merged-into-another' },
        anonymised: { event: 'candidate.anonymised', needsReason: true },
      },
    },
    do_not_use: {
      label: 'Do not use',
      tone: 'bad',
      next: {
        active: { event: 'candidate.unblocked', needsReason: true },
        merged: { event: 'candidate.merged-into-another' },
        anonymised: { event: 'candidate.anonymised', needsReason: true },
      },
    },
    merged: {
      label: 'Merged',
      tone: 'neutral',
      next: {
        new: { event: 'candidate.merge-undone' },
        active: { event: 'candidate.merge-undone' },
        in_process: { event: 'candidate.merge-undone' },
        placed: { event: 'candidate.merge-undone' },
        inactive: { event: 'candidate.merge-undone' },
        do_not_use: { event: 'candidate.merge-undone' },
        anonymised: { event: 'candidate.anonymised', needsReason: true },
      },
    },
    anonymised: { label: 'Anonymised', tone: 'neutral', next: {} },
  },
})

/** Blocked, merged or erased: the agency works with this record no longer. */
export const barredStates = [
  'do_not_use',
  'merged',
  'anonymised',
] as const satisfies readonly CandidateState[]

/** Whether a candidate in this state may be put on an order at all. */
export const canBePutForward = (state: string): boolean =>
  !barredStates.some((barred) => barred === state)
