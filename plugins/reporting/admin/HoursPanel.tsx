import { EmptyState, Panel, StackedBar } from '#plugins/agency/admin'
import { formatDay, formatMinutes } from '#plugins/kernel/domain'
import { countedStates } from '#plugins/timekeeping/domain'
import { listLink } from '../domain'
import {
  disputedState,
  unsentState,
  waitingState,
  type HoursInHand,
  type HoursPart,
} from '../queries/hours-in-hand'

type Props = { hours: HoursInHand; locale: string }

/** Hours of four weeks by how far their sheets have come. */
export const HoursPanel = ({ hours, locale }: Props) => {
  const parts = [
    { label: 'Approved', part: hours.approved, states: countedStates },
    { label: 'Waiting for approval', part: hours.waiting, states: [waitingState] },
    { label: 'Disputed', part: hours.disputed, states: [disputedState] },
    { label: 'Not sent yet', part: hours.missing, states: [unsentState] },
  ]
  const sheets = hours.submitted.sheets + hours.missing.sheets
  return (
    <Panel
      title="Hours"
      note={`${formatMinutes(hours.submitted.minutes)} submitted since ${formatDay({ day: hours.fromOn, locale })}`}
    >
      {sheets === 0 ? (
        <EmptyState
          title="No timesheets in these weeks"
          text="They open by themselves for people at work."
        />
      ) : (
        <StackedBar
          label="Hours by state of their timesheet"
          data={parts
            .filter(({ part }) => part.sheets > 0)
            .map(({ label, part, states }) => ({
              label,
              value: part.minutes,
              display: inWords(part),
              href: listLink({
                collection: 'timesheets',
                where: [
                  { field: 'state', is: 'in', value: states },
                  { field: 'weekStartsOn', is: 'greater_than_equal', value: hours.fromOn },
                ],
              }),
            }))}
        />
      )}
    </Panel>
  )
}

const inWords = ({ minutes, sheets }: HoursPart): string =>
  `${formatMinutes(minutes)} h, ${sheets} ${sheets === 1 ? 'sheet' : 'sheets'}`
