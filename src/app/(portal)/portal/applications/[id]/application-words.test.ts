import { describe, expect, it } from 'vitest'

import type { Application } from '#plugins/pipeline'
import { stepsOf, timelineOf } from './application-words'

const application: Application = {
  submissionId: '0190a000-0000-7000-8000-000000000001',
  jobTitle: 'Night nurse',
  place: 'Phoenix, AZ',
  status: 'interview',
  statusLabel: 'Interview',
  appliedAt: '2026-03-01T10:00:00.000Z',
  changedAt: '2026-03-03T10:00:00.000Z',
  isOpen: true,
  contact: null,
  interviews: [
    {
      interviewId: '0190a000-0000-7000-8000-000000000002',
      state: 'scheduled',
      startsAt: '2026-03-09T16:00:00.000Z',
      endsAt: '2026-03-09T17:00:00.000Z',
      zone: 'America/Phoenix',
    },
  ],
  offer: null,
}

describe('where an application stands', () => {
  it('has done steps before it, ahead steps after it', () => {
    expect(stepsOf('interview')?.map(({ state }) => state)).toEqual([
      'done',
      'done',
      'done',
      'current',
      'ahead',
      'ahead',
    ])
    expect(stepsOf('placed')?.every(({ state }) => state === 'done')).toBe(true)
    expect(stepsOf('not-chosen')).toBeNull()
    expect(stepsOf('withdrawn')).toBeNull()
  })

  it('tells what happened in its order, interviews on the clock of their place', () => {
    const entries = timelineOf({ application, reader: { locale: 'en-US', zone: 'UTC' } })
    expect(entries.map(({ title }) => title)).toEqual([
      'You applied',
      'Interview',
      'Interview: scheduled',
    ])
    expect(entries[2]?.text).toMatch(/9:00\D+10:00\D+AM MST/)
    expect(entries.every(({ at, atIso }) => at !== '' && atIso.endsWith('Z'))).toBe(true)
  })
})
