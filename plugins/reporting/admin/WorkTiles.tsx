import { Tile, Tiles } from '#plugins/agency/admin'
import { addDays } from '#plugins/kernel/domain'
import { workingStates } from '#plugins/placements/domain'
import { listLink } from '../domain'
import { openOrderStates, type OpenOrders } from '../queries/open-orders'
import type { Clock } from '../queries/reader'
import { upcomingStates, type UpcomingInterviews } from '../queries/upcoming-interviews'
import type { WeekSubmissions } from '../queries/week-submissions'
import {
  awaitedStates,
  startingWithinDays,
  type WorkingPlacements,
} from '../queries/working-placements'

type Props = {
  orders: OpenOrders
  submissions: WeekSubmissions
  interviews: UpcomingInterviews
  placements: WorkingPlacements
  clock: Clock
  /** The reader's own day; null for who has no tasks. */
  tasks: { overdue: number; today: number } | null
}

export const WorkTiles = ({ orders, submissions, interviews, placements, clock, tasks }: Props) => (
  <Tiles>
    {tasks ? <TasksTile {...tasks} /> : null}
    <Tile
      label="Open orders"
      value={String(orders.total)}
      delta={{ label: `${orders.openOpenings} free openings`, tone: 'neutral' }}
      href={listLink({
        collection: 'job-orders',
        where: [{ field: 'state', is: 'in', value: openOrderStates }],
      })}
    />
    <Tile
      label="Submissions this week"
      value={String(submissions.total)}
      delta={comparison(submissions)}
      href={listLink({
        collection: 'submissions',
        where: [{ field: 'createdAt', is: 'greater_than_equal', value: clock.weekBegins }],
      })}
    />
    <Tile
      label="Interviews ahead"
      value={String(interviews.total)}
      delta={{ label: `${interviews.scheduled} agreed`, tone: 'neutral' }}
      href={listLink({
        collection: 'interviews',
        where: [
          { field: 'state', is: 'in', value: upcomingStates },
          { field: 'startsAt', is: 'greater_than_equal', value: clock.now },
        ],
      })}
    />
    <Tile
      label="People at work"
      value={String(placements.working)}
      delta={{ label: `${placements.endingSoon} end within 30 days`, tone: 'neutral' }}
      href={listLink({
        collection: 'placements',
        where: [{ field: 'state', is: 'in', value: workingStates }],
      })}
    />
    <Tile
      label="Starting soon"
      value={String(placements.startingSoon)}
      delta={{ label: 'within two weeks', tone: 'neutral' }}
      href={listLink({
        collection: 'placements',
        where: [
          { field: 'state', is: 'in', value: awaitedStates },
          {
            field: 'startsOn',
            is: 'less_than_equal',
            value: addDays({ day: clock.today, days: startingWithinDays }),
          },
        ],
      })}
    />
  </Tiles>
)

const TasksTile = ({ overdue, today }: { overdue: number; today: number }) => (
  <Tile
    label="My day"
    value={String(overdue + today)}
    delta={
      overdue > 0
        ? { label: `${overdue} overdue`, tone: 'bad' }
        : { label: 'tasks due today', tone: 'neutral' }
    }
    href="/admin/my-day"
  />
)

const comparison = ({ total, totalBefore }: WeekSubmissions) => {
  const more = total - totalBefore
  if (more === 0) return { label: 'as many as last week', tone: 'neutral' as const }
  return more > 0
    ? { label: `${more} more than last week`, tone: 'good' as const }
    : { label: `${-more} fewer than last week`, tone: 'neutral' as const }
}
