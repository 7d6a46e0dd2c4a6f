import { describe, expect, it } from 'vitest'

import {
  judgeEndMonth,
  judgeLastDay,
  judgeMonth,
  judgeWhole,
  judgeYear,
  languageCodes,
  languageName,
} from './profile'

describe('the profile of a candidate', () => {
  it.each([
    ['2021-04', true],
    ['', true],
    [null, true],
    [undefined, true],
    ['2021-13', false],
    ['2021-4', false],
    ['1929-12', false],
    ['04/2021', false],
    [202104, false],
    [{ year: 2021 }, false],
  ])('judges the month %j', (value, isGood) => {
    expect(judgeMonth(value) === true).toBe(isGood)
  })

  it.each([
    ['2021-04', '2021-04', true],
    ['2021-05', '2021-04', true],
    ['2021-03', '2021-04', false],
    [null, '2021-04', true],
    ['2021-03', null, true],
    ['2021-03', 'soon', true],
    ['soon', '2021-04', false],
  ])('judges an end in %j after a beginning in %j', (endedIn, startedIn, isGood) => {
    expect(judgeEndMonth({ endedIn, startedIn }) === true).toBe(isGood)
  })

  it.each([
    ['2026-02-28', '2026-02-28', true],
    ['2026-02-27', '2026-02-28', false],
    ['2026-02-30', '2026-02-28', false],
    [null, '2026-02-28', true],
    ['2026-02-27', null, true],
  ])('judges a last day %j after a first day %j', (to, from, isGood) => {
    expect(judgeLastDay({ to, from }) === true).toBe(isGood)
  })

  it('takes years of a working life and whole numbers within bounds', () => {
    expect([1930, 2099, null].map((year) => judgeYear(year))).toEqual([true, true, true])
    for (const year of [1929, 2100, 2019.5, '2019', Number.NaN])
      expect(judgeYear(year), String(year)).not.toBe(true)
    expect(judgeWhole({ value: 0, from: 0, to: 70 })).toBe(true)
    for (const value of [-1, 71, 1.5, '3', [3]])
      expect(judgeWhole({ value, from: 0, to: 70 })).not.toBe(true)
  })

  it('knows a name for every language, each once', () => {
    expect(new Set(languageCodes).size).toBe(languageCodes.length)
    expect(languageCodes.filter((code) => languageName(code) === code)).toEqual([])
    expect(languageName('cy')).toBe('Welsh')
  })
})
