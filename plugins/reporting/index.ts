import type { Plugin } from 'payload'

import { contribute } from '#plugins/kernel'

export { hoursInHand, type HoursInHand } from './queries/hours-in-hand'
export { marginByWeek, type CurrencyMargin } from './queries/margin-by-week'
export { moneyThisMonth, type MoneyThisMonth } from './queries/money-this-month'
export { needsAttention, type Attention } from './queries/needs-attention'
export { openOrders, type OpenOrders } from './queries/open-orders'
export { readClock, type Clock } from './queries/reader'
export { upcomingInterviews, type UpcomingInterviews } from './queries/upcoming-interviews'
export { weekSubmissions, type WeekSubmissions } from './queries/week-submissions'
export { workingPlacements, type WorkingPlacements } from './queries/working-placements'

/** Reads what the others wrote and puts it in front of whoever opens the admin. */
export const reportingPlugin =
  ({ databaseUrl }: { databaseUrl: string | null }): Plugin =>
  (config) =>
    contribute({
      config: {
        ...config,
        custom: { ...config.custom, reportsDatabaseUrl: databaseUrl },
        admin: {
          ...config.admin,
          components: {
            ...config.admin?.components,
            views: {
              ...config.admin?.components?.views,
              dashboard: { Component: '/plugins/reporting/admin/Dashboard#Dashboard' },
            },
          },
        },
      },
      contribution: {
        plugin: 'reporting',
        places: [{ label: 'My day', path: '/admin', words: 'dashboard home' }],
      },
    })
