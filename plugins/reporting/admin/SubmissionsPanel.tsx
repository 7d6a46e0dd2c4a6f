import { EmptyState, Panel, StackedBar } from '#plugins/agency/admin'
import { listLink } from '../domain'
import type { Clock } from '../queries/reader'
import type { WeekSubmissions } from '../queries/week-submissions'

type Props = { submissions: WeekSubmissions; clock: Clock }

/** What was put forward since Monday, by where it stands now. */
export const SubmissionsPanel = ({ submissions, clock }: Props) => (
  <Panel title="Submissions this week" note="by where they stand now">
    {submissions.total === 0 ? (
      <EmptyState
        title="None yet this week"
        text="Applications and candidates you add appear here."
      />
    ) : (
      <StackedBar
        label="Submissions this week by state"
        data={submissions.byState
          .filter(({ count }) => count > 0)
          .map(({ state, label, count }) => ({
            label,
            value: count,
            display: String(count),
            href: listLink({
              collection: 'submissions',
              where: [
                { field: 'state', is: 'equals', value: state },
                { field: 'createdAt', is: 'greater_than_equal', value: clock.weekBegins },
              ],
            }),
          }))}
      />
    )}
  </Panel>
)
