import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  eventsOf,
  judgeMove,
  nextStatesOf,
  statesOf,
  unreachableStates,
  type Workflow,
} from '#plugins/kernel/domain'
import {
  interviewWorkflow,
  isLiveSubmission,
  jobOrderWorkflow,
  jobPostingWorkflow,
  liveSubmissionStates,
  offerWorkflow,
  openingWorkflow,
  orderRequestWorkflow,
  placeableSubmissionStates,
  shortlistWorkflow,
  submissionWorkflow,
} from './index'

const workflows: readonly Workflow[] = [
  orderRequestWorkflow,
  jobOrderWorkflow,
  openingWorkflow,
  jobPostingWorkflow,
  submissionWorkflow,
  shortlistWorkflow,
  interviewWorkflow,
  offerWorkflow,
]

/** A record in which every field is filled. */
const complete = new Proxy<Record<string, unknown>>({}, { get: () => 'filled' })

describe.each(workflows.map((workflow) => [workflow.name, workflow] as const))(
  '%s workflow',
  (_, workflow) => {
    it('reaches every state from the first', () => {
      expect(unreachableStates(workflow)).toEqual([])
    })

    it('names events of its own subject in the past', () => {
      for (const event of eventsOf(workflow)) expect(event).toMatch(/^[a-z-]+\.[a-z-]+$/)
    })

    it('follows only moves of the table, wherever it is walked', () => {
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom(...statesOf(workflow)), { maxLength: 30 }),
          (wishes) => {
            let state = workflow.initial
            for (const to of wishes) {
              const judged = judgeMove({
                workflow,
                from: state,
                to,
                record: complete,
                reason: 'because',
              })
              const isInTable = to === state || nextStatesOf({ workflow, from: state }).includes(to)
              expect(judged.ok).toBe(isInTable)
              if (judged.ok) {
                expect(judged.value.event === null).toBe(to === state)
                state = to
              } else expect(judged.failure.kind).toBe('state')
            }
          },
        ),
      )
    })

    it('asks for the fields and reasons that its moves name', () => {
      for (const from of statesOf(workflow))
        for (const to of nextStatesOf({ workflow, from })) {
          const move = workflow.states[from]?.next[to]
          const judged = judgeMove({ workflow, from, to, record: {}, reason: null })
          expect(judged.ok).toBe(!move?.needs?.length && !move?.needsReason)
        }
    })
  },
)

describe('forbidden pairs', () => {
  it.each<readonly [Workflow, string, string, string]>([
    [submissionWorkflow, 'new', 'offer', 'nobody is offered whom the client has not seen'],
    [submissionWorkflow, 'new', 'placed', 'nobody is placed whom the client has not seen'],
    [submissionWorkflow, 'internal_review', 'placed', 'nor from the internal review'],
    [submissionWorkflow, 'rejected', 'placed', 'a rejected candidate is reopened first'],
    [submissionWorkflow, 'placed', 'rejected', 'a placement is cancelled first'],
    [jobOrderWorkflow, 'intake', 'active', 'an order is qualified first'],
    [jobOrderWorkflow, 'closed_lost', 'active', 'a closed order stays closed'],
    [openingWorkflow, 'cancelled', 'open', 'a cancelled opening stays so'],
    [openingWorkflow, 'filled', 'cancelled', 'a filled opening is reopened first'],
    [orderRequestWorkflow, 'converted', 'declined', 'a converted request is an order now'],
    [offerWorkflow, 'declined', 'accepted', 'an answer is final'],
    [offerWorkflow, 'expired', 'accepted', 'too late is too late'],
    [interviewWorkflow, 'proposed', 'done', 'an interview is agreed first'],
    [jobPostingWorkflow, 'published', 'draft', 'what was public was public'],
    [shortlistWorkflow, 'draft', 'answered', 'nobody answers what was not sent'],
  ])('%#: %o', (workflow, from, to) => {
    expect(judgeMove({ workflow, from, to, record: complete, reason: 'because' }).ok).toBe(false)
  })
})

describe('the groups of submission states', () => {
  it('call live exactly those from which one can still be rejected', () => {
    for (const state of statesOf(submissionWorkflow))
      expect(isLiveSubmission(state)).toBe(
        nextStatesOf({ workflow: submissionWorkflow, from: state }).includes('rejected'),
      )
    expect(liveSubmissionStates.every(isLiveSubmission)).toBe(true)
  })

  it('call placeable exactly those from which the table places', () => {
    const fromTable = statesOf(submissionWorkflow).filter((from) =>
      nextStatesOf({ workflow: submissionWorkflow, from }).includes('placed'),
    )
    expect(fromTable).toEqual([...placeableSubmissionStates])
  })
})
