import { formatInstant, formatSpan } from '#plugins/kernel/domain'
import type { ClientShortlistItem } from '#plugins/pipeline'
import { isProposedInterview, rejectReasonLabels } from '#plugins/pipeline/domain'
import type { Status } from '#themes/contract'
import type { Reader } from '../../shared/reader'

const shown: Record<Exclude<ClientShortlistItem['decision'], 'pending'>, Status> = {
  approve: { tone: 'good', label: 'Approved' },
  interview: { tone: 'good', label: 'Invited' },
  maybe: { tone: 'warn', label: 'Maybe' },
  reject: { tone: 'bad', label: 'Not a fit' },
  question: { tone: 'info', label: 'You asked' },
}

/** What the client answered on a candidate, when and why; null while there is no answer. */
export const decidedOf = ({
  item: { decision, reason, comment, rating, decidedAt, decidedByName },
  reader,
}: {
  item: Pick<
    ClientShortlistItem,
    'decision' | 'reason' | 'comment' | 'rating' | 'decidedAt' | 'decidedByName'
  >
  reader: Reader
}): (Status & { text?: string }) | null => {
  if (decision === 'pending') return null
  const text = [
    reason ? rejectReasonLabels[reason] : null,
    rating ? `${rating} of 5` : null,
    comment ? `“${comment}”` : null,
    decidedAt ? decidedByName : null,
    decidedAt ? formatInstant({ instant: decidedAt, ...reader }) : null,
  ]
    .filter(Boolean)
    .join(' · ')
  return { ...shown[decision], ...(text ? { text } : {}) }
}

/** What each person at the client said, unless it is one person whose word counts. */
export const voicesOf = ({
  answers,
  decidedByName,
}: Pick<ClientShortlistItem, 'answers' | 'decidedByName'>): string[] =>
  answers.length < 2 && decidedByName
    ? []
    : answers.map(({ name, decision, reason, rating, comment }) =>
        [
          `${name}: ${shown[decision].label}`,
          reason ? rejectReasonLabels[reason] : null,
          rating ? `${rating} of 5` : null,
          comment ? `“${comment}”` : null,
        ]
          .filter(Boolean)
          .join(' · '),
      )

/** The talk that is proposed or agreed with a candidate, on the clock of the place of work. */
export const meetingOf = ({
  item: { interview },
  locale,
}: {
  item: Pick<ClientShortlistItem, 'interview'>
  locale: string
}): string | null => {
  if (!interview) return null
  if (isProposedInterview(interview.state)) return 'Interview: the candidate chooses a time.'
  const { startsAt: from, endsAt: to, zone } = interview
  return `Interview: ${formatSpan({ from, to, locale, zone })}`
}
