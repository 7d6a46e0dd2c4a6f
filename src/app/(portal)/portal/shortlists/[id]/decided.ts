import { formatInstant } from '#plugins/kernel/domain'
import type { ClientShortlistItem } from '#plugins/pipeline'
import { rejectReasonLabels } from '#plugins/pipeline/domain'
import type { Status } from '#themes/contract'
import type { Reader } from '../../shared/reader'

const answers: Record<Exclude<ClientShortlistItem['decision'], 'pending'>, Status> = {
  approve: { tone: 'good', label: 'Invited' },
  reject: { tone: 'bad', label: 'Not a fit' },
  question: { tone: 'info', label: 'You asked' },
}

/** What the client answered on a candidate, when and why; null while there is no answer. */
export const decidedOf = ({
  item: { decision, reason, comment, decidedAt, decidedByName },
  reader,
}: {
  item: Pick<ClientShortlistItem, 'decision' | 'reason' | 'comment' | 'decidedAt' | 'decidedByName'>
  reader: Reader
}): (Status & { text?: string }) | null => {
  if (decision === 'pending') return null
  const text = [
    reason ? rejectReasonLabels[reason] : null,
    comment ? `“${comment}”` : null,
    decidedAt ? decidedByName : null,
    decidedAt ? formatInstant({ instant: decidedAt, ...reader }) : null,
  ]
    .filter(Boolean)
    .join(' · ')
  return { ...answers[decision], ...(text ? { text } : {}) }
}
