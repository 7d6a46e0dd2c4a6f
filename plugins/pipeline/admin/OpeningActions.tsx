import { recordActions } from '#plugins/kernel/admin/server'
import { cancelAction, releaseAction } from './opening-acts'

export const OpeningActions = recordActions({
  collection: 'openings',
  actionsFor: ({ record, id }) => [
    record.state === 'reserved' && releaseAction(id),
    (record.state === 'open' || record.state === 'reserved') && cancelAction(id),
  ],
})
