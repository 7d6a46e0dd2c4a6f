import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator'

import type { Instant } from '#plugins/kernel/domain'

export type Invitation = {
  method: 'REQUEST' | 'CANCEL'
  /** Stays the same for all versions of one interview. */
  uid: string
  /** Grows with each version, or calendars keep the old one (RFC 5546, 2.1.4). */
  sequence: number
  summary: string
  description?: string | null
  place?: string | null
  startsAt: Instant
  endsAt: Instant
  /** When this version was made. */
  stampedAt: Instant
  organiser: { name: string; email: string }
  attendees: readonly { name: string; email: string }[]
}

/** An interview as an iCalendar invitation or its cancellation (RFC 5545, RFC 5546). */
export const interviewInvitation = ({
  method,
  uid,
  sequence,
  summary,
  description,
  place,
  startsAt,
  endsAt,
  stampedAt,
  organiser,
  attendees,
}: Invitation): string => {
  const calendar = ical({
    prodId: { company: 'Placewright', product: 'Interviews' },
    method: method === 'CANCEL' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  })
  calendar.createEvent({
    id: uid,
    sequence,
    start: new Date(startsAt),
    end: new Date(endsAt),
    stamp: new Date(stampedAt),
    summary,
    description: description ?? null,
    location: place ?? null,
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: organiser,
    attendees: attendees.map(({ name, email }) => ({
      name,
      email,
      rsvp: false,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
    })),
  })
  return calendar.toString()
}
