import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { callFacts, canChangeNote, mentionAt, mentionedIn } from './notes'

const note = {
  authorId: 'maya',
  actorId: 'maya',
  writtenAt: '2026-03-08T06:00:00.000Z',
  isRemoved: false,
}

describe('changing a note', () => {
  it.each([
    ['its author, at once', {}, '2026-03-08T06:00:00.000Z', true],
    ['its author, at the end of the day', {}, '2026-03-09T06:00:00.000Z', true],
    ['its author, later', {}, '2026-03-09T06:00:00.001Z', false],
    ['a colleague', { actorId: 'kwame' }, '2026-03-08T06:00:00.000Z', false],
    ['anybody, when the author is gone', { authorId: null }, '2026-03-08T06:00:00.000Z', false],
    ['its author, taken back', { isRemoved: true }, '2026-03-08T06:00:00.000Z', false],
  ])('%s', (_, change, now, may) => {
    expect(canChangeNote({ ...note, ...change, now })).toBe(may)
  })
})

describe('a mention', () => {
  const ana = { id: '1', name: 'Ana' }
  const anaSilva = { id: '2', name: 'Ana Silva' }
  const zoe = { id: '3', name: 'Zoë O’Neil-Żak' }

  it.each([
    ['@Ana Silva, please call', [anaSilva]],
    ['@Ana and @Ana Silva', [anaSilva, ana]],
    ['ask @Zoë O’Neil-Żak!', [zoe]],
    ['ana@silva.example', []],
    ['', []],
  ])('is found in %j', (text, found) => {
    expect(mentionedIn({ text, colleagues: [ana, anaSilva, zoe] })).toEqual(found)
  })

  it.each([
    ['Hello @', 7, ''],
    ['Hello @Ma', 9, 'Ma'],
    ['@Maya Bro', 9, 'Maya Bro'],
    ['(@Zoë', 5, 'Zoë'],
    ['Hello @Ma, yes', 14, null],
    ['maya@agency', 11, null],
    ['Hello', 5, null],
  ])('is being typed in %j', (text, caret, word) => {
    expect(mentionAt({ text, caret })).toBe(word)
  })

  it('is found for whoever is named, whatever stands around', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(
          mentionedIn({ text: `${before}@${zoe.name}${after}`, colleagues: [ana, zoe] }),
        ).toContainEqual(zoe)
      }),
    )
  })
})

describe('a call', () => {
  it('says who called, how it ended and how long it took', () => {
    expect(callFacts({ direction: 'outgoing', outcome: 'reached', durationMinutes: 75 })).toEqual([
      'We called',
      'Spoke with them',
      '1:15 h',
    ])
    expect(callFacts({ direction: 'incoming', outcome: 'message', durationMinutes: null })).toEqual(
      ['They called', 'Left a message'],
    )
  })
})
