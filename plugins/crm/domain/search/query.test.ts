import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { mostQueryLetters, parseQuery, plainWords, printQuery, wantedTerms } from './query'

const printed = (text: string): string | null => {
  const parsed = parseQuery(text)
  if (!parsed.ok) throw new Error(`${parsed.problem.message} at ${parsed.problem.at}`)
  return parsed.query ? printQuery(parsed.query) : null
}

const problemOf = (text: string) => {
  const parsed = parseQuery(text)
  if (parsed.ok) throw new Error(`“${text}” was understood.`)
  return { ...parsed.problem, words: text.slice(parsed.problem.at).slice(0, parsed.problem.length) }
}

describe('the words of the search box', () => {
  it.each([
    ['nurse', 'nurse'],
    ['  nurse   ICU ', 'nurse ICU'],
    ['nurse AND ICU', 'nurse ICU'],
    ['nurse or midwife', 'nurse OR midwife'],
    ['nurse ICU OR midwife', 'nurse ICU OR midwife'],
    ['nurse (ICU OR "night shift")', 'nurse (ICU OR "night shift")'],
    ['nurse -agency', 'nurse -agency'],
    ['nurse NOT agency', 'nurse -agency'],
    ['nurse --agency', 'nurse -agency'],
    ['NOT (a OR b)', '-(a OR b)'],
    ['nurs*', 'nurs*'],
    ['title:manager', 'title:manager'],
    ['title: "site manager"', 'title:"site manager"'],
    ['skill:(java OR c++)', 'skill:java OR skill:c++'],
    ['Skill:C# name:ada', 'skill:C# name:ada'],
    ['“night shift”', '"night shift"'],
    ['"and"', '"and"'],
    ['full-stack', 'full-stack'],
    ['node.js', 'node.js'],
    ['foo:bar', 'foo:bar'],
    ['((a))', 'a'],
    ['(a b) c', 'a b c'],
    ['+44 7700 900123', '447700900123'],
    ['(020) 7946-0999', '02079460999'],
    ['', null],
    [' \n ', null],
    ['\u0000', null],
  ])('reads %j as %j', (text, expected) => {
    expect(printed(text)).toBe(expected)
  })

  it.each([
    ['nurse "night', '"night', 'not closed'],
    ['nurse (icu', '(', 'not closed'],
    ['nurse )', ')', 'No bracket was opened'],
    [') nurse', ')', 'No bracket was opened'],
    ['nurse OR', 'OR', 'OR stands between two words'],
    ['OR nurse', 'OR', 'OR stands between two words'],
    ['nurse AND OR icu', 'AND', 'AND stands between two words'],
    ['nurse NOT', 'NOT', 'should not have'],
    ['nurse -', '-', 'should not have'],
    ['nurse ()', '()', 'empty'],
    ['nurse (', '(', 'not closed'],
    ['nurse &', '&', 'letters or digits'],
    ['a*', 'a*', 'at least 2 letters'],
    ['""', '""', 'no word between'],
    ['title:', 'title:', 'after the colon'],
    ['title: OR b', 'title:', 'after the colon'],
  ])('says in %j what is wrong with %j', (text, words, message) => {
    const problem = problemOf(text)
    expect(problem.words).toBe(words)
    expect(problem.message).toContain(message)
  })

  it('is bounded in length, words and depth', () => {
    expect(problemOf('a'.repeat(mostQueryLetters + 1)).message).toContain('too long')
    expect(problemOf('ab '.repeat(70)).message).toContain('at most 60')
    expect(problemOf(`${'('.repeat(40)}a${')'.repeat(40)}`).message).toContain('brackets')
  })

  it('understands or explains whatever is typed, and what it prints reads the same', () => {
    const pieces = fc.oneof(
      fc.constantFrom(
        '(',
        ')',
        '"',
        '-',
        '*',
        'OR',
        'and',
        'NOT',
        'title:',
        'skill:',
        ' ',
        '“',
        'ab',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
        const text = parts.join(' ')
        const parsed = parseQuery(text)
        if (!parsed.ok) {
          expect(parsed.problem.at).toBeLessThanOrEqual(text.length)
          expect(parsed.problem.at + parsed.problem.length).toBeLessThanOrEqual(text.length)
          expect(parsed.problem.length).toBeGreaterThan(0)
          return
        }
        if (!parsed.query) return
        const again = parseQuery(printQuery(parsed.query))
        expect(again).toEqual(parsed)
      }),
      { numRuns: 500 },
    )
  })
})

describe('what follows from a query', () => {
  const queryOf = (text: string) => {
    const parsed = parseQuery(text)
    if (!parsed.ok || !parsed.query) throw new Error('This should have been understood.')
    return parsed.query
  }

  it('highlights what is wanted and not what is excluded', () => {
    expect(wantedTerms(queryOf('nurs* "night shift" -agency'))).toEqual([
      { text: 'nurs', isPrefix: true },
      { text: 'night shift', isPrefix: false },
    ])
  })

  it('guesses typing mistakes in plain words only', () => {
    expect(plainWords(queryOf('lopez marta'))).toBe('lopez marta')
    expect(plainWords(queryOf('lopez OR marta'))).toBeNull()
    expect(plainWords(queryOf('lopez -marta'))).toBeNull()
    expect(plainWords(queryOf('skill:java'))).toBeNull()
  })
})
