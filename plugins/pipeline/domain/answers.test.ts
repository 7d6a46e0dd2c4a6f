import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { meetingTime } from './meeting-time'
import { countOpenings, isFull } from './opening-counts'
import { judgeAnswer, type Screening } from './screening'
import {
  countingAnswer,
  isSettled,
  judgeDecision,
  shortlistDecisions,
  shortlistStateFor,
  type GivenAnswer,
  type ItemDecision,
} from './shortlist-answer'

describe('the answer to a screening question', () => {
  const licence: Screening = { kind: 'yes_no', question: 'Do you drive?', knockOut: 'no' }

  it.each([
    [licence, 'yes', { answer: 'yes', isKnockOut: false }],
    [licence, 'no', { answer: 'no', isKnockOut: true }],
    [{ ...licence, knockOut: 'none' as const }, 'no', { answer: 'no', isKnockOut: false }],
    [
      { kind: 'text' as const, question: 'Why?', knockOut: 'none' as const },
      ' I like it. ',
      { answer: 'I like it.', isKnockOut: false },
    ],
    [
      { kind: 'none' as const, question: null, knockOut: 'none' as const },
      'ignored',
      { answer: null, isKnockOut: false },
    ],
  ])('%#: is read and marked', (screening, answer, value) => {
    expect(judgeAnswer({ screening, answer })).toEqual({ ok: true, value })
  })

  it.each([
    [licence, ''],
    [licence, 'perhaps'],
    [{ kind: 'text' as const, question: 'Why?', knockOut: 'none' as const }, '   '],
    [{ kind: 'text' as const, question: 'Why?', knockOut: 'none' as const }, 'x'.repeat(2_001)],
  ])('%#: is asked for again beside the field', (screening, answer) => {
    expect(judgeAnswer({ screening, answer })).toMatchObject({
      ok: false,
      failure: { fields: { answer: expect.any(String) } },
    })
  })
})

describe('the answer to a shortlisted candidate', () => {
  const judge = (wish: Partial<Parameters<typeof judgeDecision>[0]>) =>
    judgeDecision({ current: 'pending', decision: 'approve', reason: null, comment: null, ...wish })

  it('needs a reason for a no and a text for a question', () => {
    expect(judge({ decision: 'reject' })).toMatchObject({
      failure: { fields: { reason: expect.any(String) } },
    })
    expect(judge({ decision: 'question', comment: ' ' })).toMatchObject({
      failure: { fields: { comment: expect.any(String) } },
    })
    expect(judge({ decision: 'reject', reason: 'pay' }).ok).toBe(true)
    expect(judge({ decision: 'question', comment: 'When?' }).ok).toBe(true)
  })

  it('lets a yes become a no, and keeps a no', () => {
    expect(judge({ current: 'approve', decision: 'reject', reason: 'pay' }).ok).toBe(true)
    expect(judge({ current: 'reject', decision: 'approve' })).toMatchObject({
      failure: { kind: 'state', code: 'already-decided' },
    })
  })

  it('takes the same yes or no twice as one', () => {
    expect(judge({ current: 'approve' })).toEqual({ ok: true, value: { isRepeated: true } })
    for (const decision of ['question', 'maybe'] as const)
      expect(judge({ current: decision, decision, comment: 'And?' })).toEqual({
        ok: true,
        value: { isRepeated: false },
      })
  })

  it('makes a shortlist answered exactly when every candidate has a yes or a no', () => {
    const decisions = fc.array(fc.constantFrom<ItemDecision>('pending', ...shortlistDecisions), {
      minLength: 1,
    })
    fc.assert(
      fc.property(decisions, (given) => {
        const open = given.filter((one) => !isSettled(one)).length
        const isUntouched = given.every((one) => one === 'pending')
        expect(shortlistStateFor(given)).toBe(
          open === 0 ? 'answered' : isUntouched ? 'sent' : 'partly_answered',
        )
      }),
    )
  })
})

describe('the answers of several people', () => {
  const given = fc.uniqueArray(
    fc.record({
      contactId: fc.constantFrom('a', 'b', 'c'),
      decision: fc.constantFrom(...shortlistDecisions),
      at: fc.integer({ min: 1_000, max: 9_999 }).map(String),
    }),
    { selector: ({ contactId }) => contactId },
  )

  it('count as the addressee says, whatever others say and in whatever order', () => {
    fc.assert(
      fc.property(given, (answers: GivenAnswer[]) => {
        const counted = countingAnswer({ answers, addresseeId: 'a' })
        const own = answers.find(({ contactId }) => contactId === 'a')
        if (own) expect(counted).toBe(own.decision)
        else expect(counted).not.toBe('reject')
        if (answers.length === 0) expect(counted).toBe('pending')
      }),
    )
  })

  it('of a colleague who says no leave it open until the addressee speaks', () => {
    const no = { contactId: 'b', decision: 'reject', at: '2026-01-02' } as const
    expect(countingAnswer({ answers: [no], addresseeId: 'a' })).toBe('maybe')
    const yes = { contactId: 'c', decision: 'interview', at: '2026-01-03' } as const
    expect(countingAnswer({ answers: [no, yes], addresseeId: 'a' })).toBe('interview')
  })
})

describe('openings', () => {
  it('are full when somebody was placed and no seat is left', () => {
    expect(isFull(countOpenings(['filled', 'cancelled']))).toBe(true)
    expect(isFull(countOpenings(['filled', 'open']))).toBe(false)
    expect(isFull(countOpenings(['filled', 'reserved']))).toBe(false)
    expect(isFull(countOpenings(['cancelled']))).toBe(false)
  })

  it('are counted each once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('open', 'reserved', 'filled', 'cancelled')),
        (states) => {
          const counts = countOpenings(states)
          expect(counts.wanted + counts.cancelled).toBe(states.length)
          expect(counts.free + counts.filled).toBe(counts.wanted)
        },
      ),
    )
  })
})

describe('the time of an interview', () => {
  const now = '2026-03-01T12:00:00.000Z'
  const at = (wish: { day: string; time: string }) =>
    meetingTime({ ...wish, zone: 'America/New_York', durationMinutes: 90, now })

  it('is the instant of the clock at the place', () => {
    expect(at({ day: '2026-03-09', time: '09:30' })).toEqual({
      ok: true,
      value: { startsAt: '2026-03-09T13:30:00.000Z', endsAt: '2026-03-09T15:00:00.000Z' },
    })
  })

  it('is not one that the clock change leaves out', () => {
    expect(at({ day: '2026-03-08', time: '02:30' })).toMatchObject({
      failure: { fields: { time: expect.any(String) } },
    })
  })

  it('is the first of two when the clock is put back', () => {
    expect(at({ day: '2026-11-01', time: '01:30' })).toMatchObject({
      value: { startsAt: '2026-11-01T05:30:00.000Z' },
    })
  })

  it('is not in the past', () => {
    expect(at({ day: '2026-02-28', time: '09:00' })).toMatchObject({
      failure: { fields: { day: expect.any(String) } },
    })
  })
})
