import { formatDay, formatShortDay, type Day } from '#plugins/kernel/domain'
import { timesheetWorkflow } from '#plugins/timekeeping/domain'
import type { Status } from '#themes/contract'
import { statusOf } from '../../shared/status'

/** The state of a sheet in words that worker and client both understand. */
export const timesheetStatus = (state: string): Status =>
  statusOf({
    workflow: timesheetWorkflow,
    state,
    words: { draft: 'To enter', submitted: 'Waiting for approval', locked: 'Approved' },
  })

export const weekText = ({
  sheet: { weekStartsOn, weekEndsOn },
  locale,
}: {
  sheet: { weekStartsOn: Day; weekEndsOn: Day }
  locale: string
}): string =>
  `${formatShortDay({ day: weekStartsOn, locale })} – ${formatDay({ day: weekEndsOn, locale })}`
