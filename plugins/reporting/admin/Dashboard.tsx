import { withStaff } from '#plugins/kernel/admin/server'
import { DashboardScreen } from './DashboardScreen'

/** The first screen of the day: figures that lead to their records, and what waits for somebody. */
export const Dashboard = withStaff({
  permission: 'reports.read',
  frame: 'none',
  view: async ({ initPageResult: { req }, actor }) => (
    <DashboardScreen req={req} name={actor.name} locale={actor.locale} />
  ),
})
