import { describe, expect, it } from 'vitest'

import { sentenceOf } from './event-sentence'
import { defineWorkflow } from './workflow'

const workflow = defineWorkflow<'draft' | 'extended'>({
  name: 'offer',
  collection: 'offers',
  initial: 'draft',
  states: {
    draft: { label: 'Draft', tone: 'neutral', next: { extended: { event: 'offer.extended' } } },
    extended: { label: 'With the candidate', tone: 'info', next: {} },
  },
})

describe('sentenceOf', () => {
  it('tells a move by the labels of the workflow', () => {
    expect(
      sentenceOf({
        event: { name: 'offer.extended', from: 'draft', to: 'extended' },
        subject: 'Offer',
        summary: 'An offer was extended',
        workflow,
      }),
    ).toBe('Offer: from “Draft” to “With the candidate”')
  })

  it('tells where a record arrived when it is not known whence', () => {
    expect(
      sentenceOf({
        event: { name: 'offer.extended', from: null, to: 'extended' },
        subject: 'Offer',
        workflow,
      }),
    ).toBe('Offer is now “With the candidate”')
  })

  it('takes the summary of the plugin when nothing moved', () => {
    expect(
      sentenceOf({
        event: { name: 'job-order.filled', from: null, to: null },
        subject: 'Job order',
        summary: 'The last opening was filled',
      }),
    ).toBe('The last opening was filled')
  })

  it.each([
    ['candidate.created', 'Candidate created'],
    ['candidate.updated', 'Candidate changed'],
    ['candidate.portal-access-granted', 'Candidate portal access granted'],
  ])('reads %s as “%s”', (name, sentence) => {
    expect(sentenceOf({ event: { name, from: null, to: null }, subject: 'Candidate' })).toBe(
      sentence,
    )
  })

  it('does not show a state that the table does not know', () => {
    expect(
      sentenceOf({
        event: { name: 'offer.updated', from: 'draft', to: 'lost' },
        subject: 'Offer',
        workflow,
      }),
    ).toBe('Offer changed')
  })
})
