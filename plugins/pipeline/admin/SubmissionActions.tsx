import { recordActions } from '#plugins/kernel/admin/server'
import { stateFrom } from '#plugins/kernel/domain'
import { mailAction } from '../domain/mail-action'
import {
  isLiveSubmission,
  placeableSubmissionStates,
  submissionWorkflow,
} from '../domain/submission-workflow'
import {
  askRightAction,
  interviewAction,
  offerAction,
  placeAction,
  rejectAction,
  shortlistAction,
  termsAction,
  withdrawAction,
} from './board-actions'
import { boardOrder } from './board-order'
import { reserveAction } from './opening-acts'

/** The same acts as on the board, for who works from the record. */
export const SubmissionActions = recordActions({
  collection: 'submissions',
  actionsFor: async ({ record, id, may, payload, user }) => {
    const state = stateFrom({ workflow: submissionWorkflow, value: record.state })
    const write = { ...mailAction({ submissionIds: [id] }), label: 'Write mail…' }
    if (!state || !isLiveSubmission(state)) return [write]
    const orderId = typeof record.jobOrder === 'string' ? record.jobOrder : record.jobOrder.id
    const order = await boardOrder({ payload, user, orderId })
    if (!order) return [write]
    const rights = {
      mayMove: may('pipeline.write'),
      mayPlace: may('placements.write'),
      mayPool: may('candidates.write'),
      seesRates: may('rates.read'),
    }
    return [
      placeableSubmissionStates.some((placeable) => placeable === state) &&
        placeAction({ order, submissionId: id, rights }),
      interviewAction({ order, submissionId: id }),
      shortlistAction({ order, submissionId: id, name: record.title ?? 'this candidate' }),
      offerAction({ order, submissionId: id }),
      write,
      reserveAction(id),
      askRightAction(id),
      termsAction({ order, submissionId: id, rights, terms: record }),
      withdrawAction(id),
      rejectAction(id),
    ]
  },
})
