import { describe, expect, it } from 'vitest'

import { interviewInvitation, type Invitation } from './calendar'

const invitation: Invitation = {
  method: 'REQUEST',
  uid: 'b0a1@placewright',
  sequence: 0,
  summary: 'Interview: Welder, Łódź',
  place: 'Dock 4; gate B, ask for "Zoë"',
  startsAt: '2026-03-09T13:30:00.000Z',
  endsAt: '2026-03-09T15:00:00.000Z',
  stampedAt: '2026-03-01T12:00:00.000Z',
  organiser: { name: 'Rosa Diaz', email: 'rosa@agency.test' },
  attendees: [{ name: 'Kim Lee', email: 'kim@example.test' }],
}

/** Lines as a calendar reads them: unfolded (RFC 5545, 3.1). */
const linesOf = (text: string): string[] => text.replaceAll(/\r\n[ \t]/g, '').split('\r\n')

describe('interviewInvitation', () => {
  it('asks for an event at the instant, with id and version', () => {
    const lines = linesOf(interviewInvitation(invitation))
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:REQUEST',
        'UID:b0a1@placewright',
        'SEQUENCE:0',
        'DTSTART:20260309T133000Z',
        'DTEND:20260309T150000Z',
        'DTSTAMP:20260301T120000Z',
        'SUMMARY:Interview: Welder\\, Łódź',
      ]),
    )
    expect(
      lines.some((line) => line.startsWith('ATTENDEE') && line.endsWith('kim@example.test')),
    ).toBe(true)
    expect(lines.some((line) => line.startsWith('LOCATION:Dock 4\\; gate B\\, ask'))).toBe(true)
  })

  it('takes the same event back as a newer version', () => {
    const lines = linesOf(interviewInvitation({ ...invitation, method: 'CANCEL', sequence: 1 }))
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:CANCEL',
        'STATUS:CANCELLED',
        'UID:b0a1@placewright',
        'SEQUENCE:1',
      ]),
    )
  })

  it('folds long lines at 75 bytes and ends each with CRLF', () => {
    const text = interviewInvitation({ ...invitation, summary: 'Ż'.repeat(200) })
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text).not.toMatch(/[^\r]\n/)
  })
})
