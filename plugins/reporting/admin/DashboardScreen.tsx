import type { PayloadRequest } from 'payload'

import { PageHeader, Screen } from '#plugins/agency/admin'
import { formatDay, wallTimeIn, type Result } from '#plugins/kernel/domain'
import { dayCounts } from '#plugins/work'
import { hoursInHand } from '../queries/hours-in-hand'
import { marginByWeek } from '../queries/margin-by-week'
import { moneyThisMonth } from '../queries/money-this-month'
import { needsAttention } from '../queries/needs-attention'
import { openOrders } from '../queries/open-orders'
import { readClock } from '../queries/reader'
import { upcomingInterviews } from '../queries/upcoming-interviews'
import { weekSubmissions } from '../queries/week-submissions'
import { workingPlacements } from '../queries/working-placements'
import { AttentionPanel } from './AttentionPanel'
import { HoursPanel } from './HoursPanel'
import { InterviewsPanel } from './InterviewsPanel'
import { MarginPanel } from './MarginPanel'
import { MoneyTiles } from './MoneyTiles'
import { OrdersPanel } from './OrdersPanel'
import { SubmissionsPanel } from './SubmissionsPanel'
import { WorkTiles } from './WorkTiles'

type Props = { req: PayloadRequest; name: string; locale: string }

export const DashboardScreen = async ({ req, name, locale }: Props) => {
  const clock = await readClock(req)
  const orders = shown(await openOrders({ req, clock }))
  const submissions = shown(await weekSubmissions({ req, clock }))
  const interviews = shown(await upcomingInterviews({ req }))
  const placements = shown(await workingPlacements({ req, clock }))
  const hours = shown(await hoursInHand({ req, clock }))
  const attention = shown(await needsAttention({ req, clock }))
  const money = shown(await moneyThisMonth({ req, clock }))
  const margins = shown(await marginByWeek({ req, clock }))
  const tasks = shown(await dayCounts({ req }))
  return (
    <Screen>
      <PageHeader
        title={`${greetingAt(wallTimeIn({ instant: clock.now, zone: clock.zone }))}, ${firstNameOf(name)}`}
        lead={formatDay({ day: clock.today, locale })}
        actions={
          <a className="pwa-btn" href="/admin/desk">
            My desk
          </a>
        }
      />
      {orders && submissions && interviews && placements ? (
        <WorkTiles
          orders={orders}
          submissions={submissions}
          interviews={interviews}
          placements={placements}
          clock={clock}
          tasks={tasks}
        />
      ) : null}
      {money ? <MoneyTiles money={money} clock={clock} locale={locale} /> : null}
      <div className="pwa-columns">
        <div className="pwa-column-of-panels">
          {attention ? <AttentionPanel items={attention} locale={locale} /> : null}
          {orders ? <OrdersPanel orders={orders} /> : null}
          {margins ? <MarginPanel margins={margins} locale={locale} /> : null}
        </div>
        <div className="pwa-column-of-panels">
          {interviews ? (
            <InterviewsPanel interviews={interviews} locale={locale} zone={clock.zone} />
          ) : null}
          {submissions ? <SubmissionsPanel submissions={submissions} clock={clock} /> : null}
          {hours ? <HoursPanel hours={hours} locale={locale} /> : null}
        </div>
      </div>
    </Screen>
  )
}

/** A figure that the reader has no right to is left out without a word. */
const shown = <Value,>(result: Result<Value>): Value | null => (result.ok ? result.value : null)

const greetingAt = (time: string): string => {
  if (time < '05:00') return 'Good evening'
  if (time < '12:00') return 'Good morning'
  return time < '18:00' ? 'Good afternoon' : 'Good evening'
}

const firstNameOf = (name: string): string => name.split(' ')[0] || 'colleague'
