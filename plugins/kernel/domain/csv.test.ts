import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { csvOf, safeCell } from './csv'

describe('a cell of a spreadsheet', () => {
  it.each([
    '=1+1',
    '+1 555 0100',
    '-SUM(A1)',
    '@cmd',
    '\t=1',
    '\r=1',
    ' =1',
    '"=1',
    '\uFEFF=1',
    '＝1',
    '＠cmd',
  ])('runs nothing: %j', (text) => {
    expect(safeCell(text)).toBe(`'${text}`)
  })

  it.each(['-12.50', '0', '2026-11-22', 'Ada Żak', 'a=b', ''])('stays as it is: %j', (text) => {
    expect(safeCell(text)).toBe(text)
  })
})

describe('CSV', () => {
  it('quotes commas, quotes and line breaks, and ends each row', () => {
    expect(
      csvOf([
        ['a', 'b,c'],
        ['say "hi"', null],
        ['two\nlines', '=x'],
      ]),
    ).toBe('a,"b,c"\r\n"say ""hi""",\r\n"two\nlines",\'=x\r\n')
  })

  it('keeps rows and columns apart, whatever stands in them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1 }),
        (rows) => {
          expect(parsed(csvOf(rows))).toEqual(rows.map((row) => row.map(safeCell)))
        },
      ),
    )
  })
})

/** As a reader of RFC 4180 does it. */
const parsed = (text: string): string[][] => {
  const rows: string[][] = [[]]
  let rest = text
  while (rest !== '') {
    const [match = '', quoted, plain, end = ''] =
      /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest) ?? []
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    rest = rest.slice(match.length)
    if (end === '\r\n' && rest !== '') rows.push([])
  }
  return rows
}
