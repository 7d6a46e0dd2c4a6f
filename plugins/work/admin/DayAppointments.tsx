import type { Appointment } from '#plugins/kernel'
import { momentWords, type ReaderClock } from '../domain'

/** The meetings of today and tomorrow, above what is to be done; nothing when there is none. */
export const DayAppointments = ({
  appointments,
  clock,
  locale,
}: {
  appointments: readonly Appointment[]
  clock: ReaderClock
  locale: string
}) =>
  appointments.length === 0 ? null : (
    <section className="pwa-daysection" aria-label="Meetings">
      <h2 className="pwa-daysection__title">
        Meetings <span className="pwa-daysection__count">{appointments.length}</span>
      </h2>
      <ul className="pwa-daysection__tasks">
        {appointments.map(({ id, startsAt, endsAt, title, facts, path }) => (
          <li key={id} className={`pwa-meeting${endsAt < clock.now ? ' pwa-meeting--over' : ''}`}>
            <span className="pwa-meeting__when">
              {momentWords({ at: startsAt, clock, locale })}
            </span>
            <span className="pwa-meeting__what">
              <a href={path}>{title}</a>
              <span className="pwa-meeting__facts">{facts.join(' · ')}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
