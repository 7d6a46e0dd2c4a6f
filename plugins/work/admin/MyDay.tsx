import { SetStepNav } from '@payloadcms/ui'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { EmptyState, PageHeader, Screen } from '#plugins/agency/admin'
import { sqlOf } from '#plugins/kernel'
import { withStaff } from '#plugins/kernel/admin/server'
import { formatDay } from '#plugins/kernel/domain'
import { appointmentsOf } from '../queries/appointments'
import { myDay, type MyDay as Day } from '../queries/my-day'
import { DayAppointments } from './DayAppointments'
import { DayList } from './DayList'
import { shownDay, type ShownDay } from './shown-day'
import { WhoseDay } from './WhoseDay'

/** Everything that somebody has to do, across all records, by when it asks for attention. */
export const MyDay = withStaff({
  permission: 'tasks.write',
  frame: 'page',
  view: async ({ initPageResult: { req }, searchParams, actor }) => {
    const of = searchParams?.of
    const found = await myDay({ req, ownerId: typeof of === 'string' ? of : null })
    if (!found.ok)
      return (
        <Screen>
          <SetStepNav nav={[{ label: 'My day' }]} />
          <EmptyState
            title="This day is not open to you"
            text="Only who looks after the tasks of all colleagues sees the days of others."
            action={
              <a className="pwa-btn" href="/admin/my-day">
                My own day
              </a>
            }
          />
        </Screen>
      )
    const day = shownDay({ day: found.value, locale: actor.locale })
    const { owner, clock } = found.value
    const appointments = await appointmentsOf({ req, userId: owner.id, clock })
    const isOwn = day.owner.id === actor.id
    return (
      <Screen>
        <SetStepNav nav={[{ label: 'My day' }]} />
        <PageHeader
          title={isOwn ? 'My day' : `The day of ${day.owner.title}`}
          lead={`${formatDay({ day: day.today, locale: actor.locale })} · ${leadOf(day)}`}
          {...(actor.permissions.has('tasks.oversee')
            ? { actions: <WhoseDay chosen={day.owner.id} people={await colleagues(req)} /> }
            : {})}
        />
        {found.value.isCut ? <Cut day={found.value} /> : null}
        <DayAppointments appointments={appointments} clock={clock} locale={actor.locale} />
        <DayList day={day} />
      </Screen>
    )
  },
})

const leadOf = ({ sections }: ShownDay): string => {
  const count = (wanted: string) =>
    sections
      .filter(({ key }) => key === wanted)
      .reduce((sum, { tasks, clocks }) => sum + tasks.length + clocks.length, 0)
  const late = count('overdue')
  const due = count('today')
  if (late + due === 0) return 'nothing is due today'
  return [late > 0 ? `${late} overdue` : null, due > 0 ? `${due} due today` : null]
    .filter(Boolean)
    .join(', ')
}

const Cut = ({ day }: { day: Day }) => (
  <p className="pwa-day-note" role="note">
    There are more tasks than fit here: these are the earliest.{' '}
    <a href={`/admin/collections/tasks?where[owner][equals]=${day.owner.id}`}>All in a list</a>
  </p>
)

const colleagues = async (req: PayloadRequest) =>
  await sqlOf(req).rows({
    schema: z.object({ id: z.string(), name: z.string() }),
    text: 'select id, name from users where is_disabled is not true order by name, id limit 500',
  })
