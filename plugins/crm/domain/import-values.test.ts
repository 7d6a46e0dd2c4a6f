import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { countryCode } from './country-code'
import { dayOrderOf, readCell, readDay, readInstant, readNumber } from './import-values'
import { companyKey } from './client-import'
import { nameKey, splitName } from './candidate-import'
import { columnProblems, guessColumns } from './import-mapping'
import { candidateImport } from './candidate-import'
import { patchFor } from './import-patch'

describe('a cell of a table', () => {
  it.each([
    ['2024-03-04', 'dmy', '2024-03-04'],
    ['3/4/2024', 'dmy', '2024-04-03'],
    ['3/4/2024', 'mdy', '2024-03-04'],
    ['13/4/2024', 'mdy', '2024-04-13'],
    ['3/14/2024', 'dmy', '2024-03-14'],
    ['03.04.24', 'mdy', '2024-04-03'],
    ['20240304', 'dmy', '2024-03-04'],
    ['4 March 2024', 'dmy', '2024-03-04'],
    ['March 4th, 2024', 'dmy', '2024-03-04'],
    ['4. März 2024', 'dmy', '2024-03-04'],
    ['4 de marzo de 2024', 'dmy', '2024-03-04'],
    ['2024-03-04T10:00:00Z', 'dmy', '2024-03-04'],
    ['30/02/2024', 'dmy', null],
    ['31/31/2024', 'dmy', null],
    ['soon', 'dmy', null],
    ['45000', 'dmy', null],
  ] as const)('the day %s (%s) is %s', (text, dayOrder, expected) => {
    expect(readDay({ text, dayOrder })).toBe(expected)
  })

  it.each([
    ['2024-03-04 15:30', '2024-03-04T15:30:00.000Z'],
    ['3/4/2024 3:30 PM', '2024-03-04T15:30:00.000Z'],
    ['2024-03-04T15:30:10+02:00', '2024-03-04T13:30:10.000Z'],
    ['2024-03-04', '2024-03-04T12:00:00.000Z'],
    ['2024-03-04 25:00', null],
  ])('the moment %s is %s', (text, expected) => {
    expect(readInstant({ text, dayOrder: 'mdy' })).toBe(expected)
  })

  it.each([
    ['1,250.00', '1250.00'],
    ['1.250,00', '1250.00'],
    ['1 250,5', '1250.5'],
    ['1’250.5'.replace('’', "'"), '1250.5'],
    ['1,250', '1250'],
    ['0,250', '0.250'],
    ['12,5', '12.5'],
    ['1.234.567', '1234567'],
    ['-3', '-3'],
    ['12 apples', null],
    ['1,2,3', null],
    ['', null],
  ])('the number %s is %s', (text, expected) => {
    expect(readNumber(text)).toBe(expected)
  })

  it('says what is wrong and what helps, and takes what means nothing for empty', () => {
    const read = (type: 'email' | 'yesNo' | 'list' | 'choice' | 'webLink', cell: string) =>
      readCell({ field: { type, choices: { active: ['aktiv'] } }, cell, dayOrder: 'dmy' })
    expect(read('email', 'Jane <jane@example.test>')).toEqual({
      kind: 'value',
      value: 'jane@example.test',
    })
    expect(read('email', 'jane@')).toMatchObject({ kind: 'problem' })
    expect(read('yesNo', 'Ja')).toEqual({ kind: 'value', value: true })
    expect(read('choice', ' AKTIV ')).toEqual({ kind: 'value', value: 'active' })
    expect(read('choice', 'x')).toEqual({ kind: 'problem', message: 'Choose from: active.' })
    expect(read('list', 'Java; java;  C++ ')).toEqual({ kind: 'value', value: ['Java', 'C++'] })
    expect(read('webLink', 'javascript:alert(1)')).toMatchObject({ kind: 'problem' })
    for (const nothing of ['', '  ', '-', 'N/A', 'null'])
      expect(read('email', nothing)).toEqual({ kind: 'empty' })
  })

  it('never throws, whatever is in it', () => {
    const types = candidateImport.fields
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.string({ unit: 'binary' }), (field, cell) => {
        expect(['empty', 'value', 'problem']).toContain(
          readCell({ field, cell, dayOrder: 'dmy' }).kind,
        )
      }),
    )
  })

  it('decides the order of days by the first cell that leaves no doubt', () => {
    expect(dayOrderOf({ cells: ['3/4/2024', '3/14/2024'], usual: 'dmy' })).toBe('mdy')
    expect(dayOrderOf({ cells: ['3/4/2024', '31/1/2024'], usual: 'mdy' })).toBe('dmy')
    expect(dayOrderOf({ cells: ['3/4/2024'], usual: 'mdy' })).toBe('mdy')
  })

  it.each([
    ['GB', 'GB'],
    ['uk', 'GB'],
    ['Deutschland', 'DE'],
    ['Allemagne', 'DE'],
    ['United States of America', 'US'],
    ['USA', 'US'],
    ['Österreich', 'AT'],
    ['XX', null],
  ])('the country %s is %s', (text, expected) => {
    expect(countryCode(text)).toBe(expected)
  })
})

describe('names', () => {
  it('are split and compared without accents, case and order', () => {
    expect(splitName('Doe, Jane')).toEqual({ firstName: 'Jane', lastName: 'Doe' })
    expect(splitName('Jane Ann Doe')).toEqual({ firstName: 'Jane Ann', lastName: 'Doe' })
    expect(nameKey('Zoë', 'MÜLLER')).toBe(nameKey('Muller', 'zoe'))
    expect(companyKey('Acme GmbH & Co. KG')).toBe(companyKey('ACME'))
    expect(companyKey('The Company')).toBe('the company')
  })
})

describe('columns', () => {
  it('are recognised by headings in several languages, each field once', () => {
    const guess = (...headers: string[]) =>
      guessColumns({ headers, fields: candidateImport.fields })
    expect(guess('First Name', 'LAST_NAME', 'E-Mail', 'Cell Phone', 'Shoe size')).toEqual([
      'firstName',
      'lastName',
      'email',
      'phone',
      null,
    ])
    expect(guess('Vorname', 'Nachname', 'Telefon', 'Ort')).toEqual([
      'firstName',
      'lastName',
      'phone',
      'city',
    ])
    expect(guess('Prénom', 'Nom de famille', 'Ville')).toEqual(['firstName', 'lastName', 'city'])
    expect(guess('Phone', 'Mobile')).toEqual(['phone', null])
  })

  it('are refused when they are too few, twice or unknown', () => {
    expect(
      Object.keys(
        columnProblems({
          columns: ['email', 'email', 'toString'],
          headers: ['a', 'b'],
          fields: candidateImport.fields,
        }),
      ),
    ).toEqual(['columns', 'columns.1', 'columns.2'])
  })
})

describe('filling up somebody known', () => {
  const record = {
    first_name: 'Ann',
    last_name: 'Lee',
    email: null,
    phone: '1',
    city: '',
    custom: { a: 1 },
  }
  const row = {
    first_name: 'Ann',
    last_name: 'LEE',
    email: 'x@example.test',
    email_normalised: 'x@example.test',
    phone: '2',
    phone_e164: '+2',
    city: 'York',
    state: 'active',
    custom: { a: 2, b: 3 },
  }
  const patched = (given: object, isFree = true) =>
    patchFor({
      kind: candidateImport,
      record,
      paths: ['tags'],
      row: { ...row, ...given },
      texts: { skills: ['Java'], tags: ['x'] },
      isFree: () => isFree,
    })
  it('writes what is empty and overwrites nothing', () => {
    expect(patched({})).toEqual({
      patch: {
        city: 'York',
        email: 'x@example.test',
        email_normalised: 'x@example.test',
        custom: { a: 1, b: 3 },
      },
      texts: { skills: ['Java'] },
      isEmpty: false,
    })
  })
  it('gives nobody an address under another name, or that another has', () => {
    expect(patched({ first_name: 'Bea' }).patch).not.toHaveProperty('email')
    expect(patched({}, false).patch).not.toHaveProperty('email')
  })
})
