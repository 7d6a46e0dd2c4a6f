import { describe, expect, it } from 'vitest'

import { allNoticeKinds, choicesFrom, followedEvents, noticeKinds, noticeSentence } from './notices'

describe('what somebody chose to be told of', () => {
  it.each([
    ['nothing chosen yet', undefined],
    ['an empty choice', {}],
    ['a choice that is none', { mention: { inApp: 'yes' } }],
  ])('is the usual way: %s', (_, stored) => {
    const choices = choicesFrom(stored)
    for (const kind of allNoticeKinds)
      expect(choices[kind]).toEqual({ inApp: true, mail: noticeKinds[kind].mail })
  })

  it('keeps what was chosen, and the usual way for the others', () => {
    expect(choicesFrom({ mention: { inApp: false, mail: 'digest' } })).toMatchObject({
      mention: { inApp: false, mail: 'digest' },
      request: { inApp: true, mail: 'at-once' },
    })
  })
})

describe('a notification in words', () => {
  it.each([
    ['task.assigned', null, 'Maya Brooks gave you a task'],
    ['clock.overdue', null, 'Time ran out'],
    ['offer.accepted', 'Ada Żak', 'Ada Żak accepted the offer'],
    ['offer.countered', 'Ada Żak', 'Ada Żak wishes other terms'],
    ['offer.approval-asked', null, 'Maya Brooks asks for approval of an offer'],
    ['offer.not-approved', null, 'Maya Brooks did not approve the offer'],
    ['offer.declined', null, 'The candidate declined the offer'],
    ['shortlist-item.updated', 'Ada Żak', 'The client decided on Ada Żak'],
    ['shortlist-item.updated', null, 'The client decided on a candidate'],
    ['interview.created', 'Ada Żak', 'The client proposed times to meet Ada Żak'],
    ['client-message.received', null, 'The client wrote to us'],
    ['talent-pool.matched', null, 'Somebody new matches a talent pool of yours'],
    ['document.infected', null, 'A virus was found in a file you uploaded'],
    ['note.added', null, 'Maya Brooks mentioned you'],
    ['something.new', null, 'News from Maya Brooks'],
  ])('%s about %s', (eventName, person, sentence) => {
    expect(noticeSentence({ eventName, facts: { actor: 'Maya Brooks', person } })).toBe(sentence)
  })

  it.each(followedEvents)('%s has words of its own', (eventName) => {
    expect(noticeSentence({ eventName, facts: { actor: 'Maya', person: null } })).not.toContain(
      'News from',
    )
  })
})
