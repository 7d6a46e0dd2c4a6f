import { invoiceWorkflow } from '#plugins/billing/domain'
import type { Status } from '#themes/contract'
import { statusOf } from '../../shared/status'

/** What the client is told: 'issued' is the agency's word, 'to pay' is theirs. */
export const invoiceStatus = ({
  kind,
  state,
  isOverdue,
}: {
  kind: 'invoice' | 'credit-note'
  state: string
  isOverdue: boolean
}): Status => {
  if (isOverdue) return { tone: 'bad', label: 'Overdue' }
  if (kind === 'credit-note') return { tone: 'info', label: 'Credit note' }
  return statusOf({ workflow: invoiceWorkflow, state, words: { issued: 'To pay' } })
}
