import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { withoutIdentity } from './blind-words'
import { blindProfile, jobTimes } from './client-profile'

const identity = {
  names: ['Zoë Müller-Smith', 'Will Young'],
  employers: ['Meridian Health Inc.', 'Target'],
}

const blind = (text: string): string => withoutIdentity({ text, identity })

describe('the words on a candidate who is shown without a name', () => {
  it.each([
    ['Zoë Müller-Smith is a calm nurse.', 'the candidate is a calm nurse.'],
    ['ZOE MULLER SMITH', 'the candidate'],
    ['zoe’s references', 'the candidate’s references'],
    ['Müller-Smith, Zoë', 'the candidate'],
    [
      'Will will start; Young but not too young.',
      'the candidate will start; the candidate but not too young.',
    ],
    ['Ran a ward at Meridian Health, Inc. for years', 'Ran a ward at an employer. for years'],
    [
      'at MERIDIAN HEALTH and Target, no target missed',
      'at an employer and an employer, no target missed',
    ],
    ['Write to zoe.m@mail.example.org!', 'Write to [contact hidden]!'],
    ['zoe@a.org/zoe@b.org, @zoe@nurses.social', '[contact hidden], [contact hidden]'],
    ['LinkedIn.com/in/zoe or (see..xing.com/zoe)', '[contact hidden] or ([contact hidden])'],
    ['see www.zoe.dev/cv or linkedin.com/in/zoe-m', 'see [contact hidden] or [contact hidden]'],
    [
      '+44 20 7946 0018, (555) 010-2345, 0612345678',
      '[contact hidden], [contact hidden], [contact hidden]',
    ],
    ['@zoe_nurse on Node.js and ASP.NET', '[contact hidden] on Node.js and ASP.NET'],
  ])('%s', (text, expected) => {
    expect(blind(text)).toBe(expected)
  })

  it.each([
    'Registered nurse with 12 years in 3 countries, 2015 - 2019 and 2020-05 to 2021-11.',
    'Earned 85,000 in 2024; a team of 1,200.',
    'Meridian time and health matter.',
  ])('leaves other words alone: %s', (text) => {
    expect(blind(text)).toBe(text)
  })

  it('never tells a name, wherever it stands', () => {
    const name = fc.stringMatching(/^[A-Z][a-zà-ž]{3,9}$/)
    fc.assert(
      fc.property(name, name, fc.string(), fc.string(), (first, last, before, after) => {
        const told = withoutIdentity({
          text: `${before} ${first} ${last} ${after} ${last.toUpperCase()}, ${first.toLowerCase()}.`,
          identity: { names: [`${first} ${last}`], employers: [] },
        })
        const words = [...told.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([word]) => word)
        expect(words.includes(last.toLowerCase())).toBe(
          `the candidate contact hidden`.split(' ').includes(last.toLowerCase()),
        )
      }),
      { numRuns: 60 },
    )
  })
})

describe('the career of a candidate who is shown without a name', () => {
  const profile = {
    headline: 'Nurse at Meridian Health',
    recommendation: 'Zoë is the best. zoe@mail.test',
    answer: 'yes',
    jobs: [
      {
        title: 'Nurse, Meridian Health',
        employer: 'Meridian Health Inc.',
        place: 'Bath',
        from: '2021-04',
        to: null,
        text: 'With Zoë',
      },
    ],
    education: [{ institution: 'Bath College', degree: 'BSc', subject: 'Nursing', year: 2016 }],
  }

  it('keeps what somebody can do and hides who they are', () => {
    expect(blindProfile({ profile, names: ['Zoë Müller'] })).toEqual({
      headline: 'Nurse at an employer',
      recommendation: 'the candidate is the best. [contact hidden]',
      answer: 'yes',
      jobs: [
        {
          title: 'Nurse, an employer',
          employer: null,
          place: null,
          from: '2021-04',
          to: null,
          text: null,
        },
      ],
      education: [{ institution: null, degree: 'BSc', subject: 'Nursing', year: 2016 }],
    })
  })

  it('tells times in the words of the reader', () => {
    const times = { from: '2021-04', to: '2023-11', locale: 'en-GB' }
    expect(jobTimes(times)).toBe('Apr 2021 to Nov 2023')
    expect(jobTimes({ ...times, to: null })).toBe('since Apr 2021')
    expect(jobTimes({ ...times, from: null })).toBe('until Nov 2023')
    expect(jobTimes({ ...times, from: null, to: null })).toBe('')
  })
})
