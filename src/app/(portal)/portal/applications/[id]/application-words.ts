import { formatInstant, formatSpan } from '#plugins/kernel/domain'
import type { Application } from '#plugins/pipeline'
import {
  applicationStatusLabels,
  applicationSteps,
  interviewWorkflow,
  type ApplicationStatus,
} from '#plugins/pipeline/domain'
import type { Status, Tone } from '#themes/contract'
import type { TimelineEntry } from '#themes/portal'
import type { Reader } from '../../shared/reader'
import { statusOf } from '../../shared/status'

const tones: Partial<Record<ApplicationStatus, Tone>> = {
  placed: 'good',
  offer: 'good',
  'not-chosen': 'neutral',
  withdrawn: 'neutral',
}

export const applicationStatus = ({
  status,
  statusLabel,
}: Pick<Application, 'status' | 'statusLabel'>): Status => ({
  tone: tones[status] ?? 'info',
  label: statusLabel,
})

/** The way from applying to starting, and where this application stands on it; none once it ended. */
export const stepsOf = (status: ApplicationStatus) => {
  const at = applicationSteps.findIndex((step) => step === status)
  if (at === -1) return null
  return applicationSteps.map((step, position) => ({
    label: applicationStatusLabels[step],
    state:
      position < at || status === 'placed'
        ? ('done' as const)
        : position === at
          ? ('current' as const)
          : ('ahead' as const),
  }))
}

/** What happened so far, in the order in which it happened. */
export const timelineOf = ({
  application,
  reader,
}: {
  application: Application
  reader: Reader
}): TimelineEntry[] => {
  const entries = [
    { id: 'applied', title: 'You applied', atIso: application.appliedAt },
    ...application.interviews.map((interview) => ({
      id: interview.interviewId,
      title: `Interview: ${statusOf({ workflow: interviewWorkflow, state: interview.state }).label.toLowerCase()}`,
      text: formatSpan({
        from: interview.startsAt,
        to: interview.endsAt,
        locale: reader.locale,
        zone: interview.zone,
      }),
      atIso: interview.startsAt,
    })),
    ...(application.status === 'received'
      ? []
      : [
          {
            id: 'status',
            title: application.statusLabel,
            atIso: application.changedAt,
            tone: tones[application.status] ?? ('info' as const),
          },
        ]),
  ]
  return entries
    .map((entry) => ({ ...entry, at: formatInstant({ instant: entry.atIso, ...reader }) }))
    .sort((a, b) => a.atIso.localeCompare(b.atIso))
}
