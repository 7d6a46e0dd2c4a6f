import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { emptyHistogram, observe, samplesOf } from './histogram'
import { prometheusText } from './prometheus-text'

describe('the text for Prometheus', () => {
  it('has help, type and one line per sample', () => {
    expect(
      prometheusText([
        {
          name: 'placewright_jobs',
          help: 'Jobs by queue.',
          type: 'gauge',
          samples: [{ labels: { queue: 'send-mail', state: 'waiting' }, value: 3 }, { value: 0.5 }],
        },
      ]),
    ).toBe(
      '# HELP placewright_jobs Jobs by queue.\n# TYPE placewright_jobs gauge\nplacewright_jobs{queue="send-mail",state="waiting"} 3\nplacewright_jobs 0.5\n',
    )
  })

  it('lets no label break out of its quotes', () => {
    expect(
      prometheusText([
        {
          name: 'n',
          help: 'a\nb\\',
          type: 'gauge',
          samples: [{ labels: { l: 'a"\n\\' }, value: NaN }],
        },
      ]),
    ).toBe('# HELP n a\\nb\\\\\n# TYPE n gauge\nn{l="a\\"\\n\\\\"} NaN\n')
  })
})

describe('a histogram', () => {
  it('counts each value in every bucket it fits into', () => {
    const histogram = emptyHistogram([1, 2])
    for (const value of [0.5, 1, 1.5, 9]) observe({ histogram, value })
    expect(samplesOf({ histogram, labels: { r: 'x' } })).toEqual([
      { suffix: '_bucket', labels: { r: 'x', le: '1' }, value: 2 },
      { suffix: '_bucket', labels: { r: 'x', le: '2' }, value: 3 },
      { suffix: '_bucket', labels: { r: 'x', le: '+Inf' }, value: 4 },
      { suffix: '_sum', labels: { r: 'x' }, value: 12 },
      { suffix: '_count', labels: { r: 'x' }, value: 4 },
    ])
  })

  it('never loses a value and never counts down', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true })), (values) => {
        const histogram = emptyHistogram([0.1, 1, 10])
        for (const value of values) observe({ histogram, value })
        const buckets = samplesOf({ histogram, labels: {} })
          .filter(({ suffix }) => suffix === '_bucket')
          .map(({ value }) => value)
        expect(buckets).toEqual(buckets.toSorted((one, other) => one - other))
        expect(buckets.at(-1)).toBe(values.length)
      }),
    )
  })
})
