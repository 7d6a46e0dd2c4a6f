import { describe, expect, it } from 'vitest'
import {
  formatBasisPoints,
  formatDay,
  formatClock,
  formatInstant,
  formatMinutes,
  formatMoney,
  formatMonth,
  formatRate,
  formatRatio,
  formatShortDay,
  formatSpan,
  formatWeekday,
} from './format'

/** Locales differ in the kind of space they put; none of them matters here. */
const plain = (text: string) => text.replaceAll(/\s/gu, ' ')

describe('what is printed', () => {
  it.each([
    [{ amountMinor: 1_652_092, currency: 'EUR' }, 'en-IE', '€16,520.92'],
    [{ amountMinor: 1_652_092, currency: 'EUR' }, 'de-DE', '16.520,92 €'],
    [{ amountMinor: -5, currency: 'USD' }, 'en-US', '-$0.05'],
    [{ amountMinor: 1234, currency: 'JPY' }, 'en-US', '¥1,234'],
    [{ amountMinor: 1234, currency: 'HUF' }, 'en-US', 'HUF 12.34'],
    [{ amountMinor: 1234, currency: 'KWD' }, 'en-US', 'KWD 1.234'],
    [{ amountMinor: 9_007_199_254_740_991, currency: 'USD' }, 'en-US', '$90,071,992,547,409.91'],
  ] as const)('money %o in %s is %s', (amount, locale, text) => {
    expect(plain(formatMoney({ amount, locale }))).toBe(text)
  })

  it.each([
    [425_000, 'USD', '$42.50'],
    [425_050, 'USD', '$42.505'],
    [1, 'USD', '$0.0001'],
    [15_000_000, 'JPY', '¥1,500'],
  ] as const)('the rate %i of %s is %s', (rateE4, currency, text) => {
    expect(formatRate({ rateE4, currency, locale: 'en-US' })).toBe(text)
  })

  it.each([
    [0, '0:00'],
    [2235, '37:15'],
    [5, '0:05'],
    [-90, '−1:30'],
  ])('%i minutes are %s', (minutes, text) => {
    expect(formatMinutes(minutes)).toBe(text)
  })

  it('ratios, shares, days and moments read as they should', () => {
    expect(formatRatio({ ratio: { num: 3, den: 2 }, locale: 'en-US' })).toBe('1.5')
    expect(formatRatio({ ratio: { num: 4, den: 3 }, locale: 'en-US' })).toBe('4/3')
    expect(plain(formatBasisPoints({ basisPoints: 1925, locale: 'de-DE' }))).toBe('19,25 %')
    expect(formatDay({ day: '2026-03-08', locale: 'en-US' })).toBe('March 8, 2026')
    const moment = { instant: '2026-03-08T03:30:00.000Z', locale: 'en-US' }
    expect(plain(formatInstant({ ...moment, zone: 'America/New_York' }))).toBe(
      'March 7, 2026 at 10:30 PM EST',
    )
  })

  it('names a day without a zone, in the words of the reader', () => {
    expect(formatWeekday({ day: '2026-03-08', locale: 'en-US' })).toBe('Sunday')
    expect(formatWeekday({ day: '2026-03-08', locale: 'de-DE' })).toBe('Sonntag')
    expect(formatShortDay({ day: '2026-03-08', locale: 'en-GB' })).toBe('8 March')
    expect(formatMonth({ day: '2026-03-08', locale: 'en-US' })).toBe('Mar')
  })

  it.each([
    ['06:05', 'en-US', '6:05 AM'],
    ['22:00', 'en-US', '10:00 PM'],
    ['00:30', 'en-GB', '00:30'],
    ['22:00', 'de-DE', '22:00'],
  ])('tells %s in %s as %s', (time, locale, said) => {
    expect(plain(formatClock({ time, locale }))).toBe(said)
  })

  it('tells a span on one clock, over midnight and over a change of the clocks', () => {
    const span = (from: string, to: string) =>
      plain(formatSpan({ from, to, locale: 'en-GB', zone: 'Europe/London' }))
    expect(span('2026-03-27T09:00:00.000Z', '2026-03-27T10:00:00.000Z')).toMatch(
      /^Fri,? 27 March 2026,? (at )?09:00 ?– ?10:00 GMT$/,
    )
    expect(span('2026-03-28T23:30:00.000Z', '2026-03-29T01:30:00.000Z')).toMatch(
      /28 March.*23:30.*29 March.*02:30/,
    )
  })
})
