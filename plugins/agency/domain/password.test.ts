import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { judgePassword, leastPasswordLength } from './password'

const judge = (password: string, email: string | null = 'maya.lindqvist@harbour-hale.example') =>
  judgePassword({ password, email })

describe('a password', () => {
  it.each(['', 'abc', 'Tr0ub4dor&3', 'elevenchars'])(
    'of too few characters is refused: %j',
    (password) => {
      expect(judge(password)).toBe('Use at least 12 characters.')
    },
  )

  it.each([
    'password1234',
    'Password1234!',
    'P@ssw0rd2024!',
    'passwordpassword',
    'qwertyuiop12',
    'qwertyuiopas',
    '123456789012',
    '098765432109',
    'abcdefghijkl',
    'aaaaaaaaaaaa',
    'abababababab',
    'iloveyou1234',
    'iloveyouiloveyou',
    'Letmein12345!',
    'welcome12345',
    'administrator',
    'administrator1!',
    'Summer2026!!!',
    'football1234',
    'changeme1234',
    'placewright1',
    'placewright2026',
    'welcomeadmin1',
    '111111222222',
    '2026-11-22-0000',
    'correcthorsebatterystaple',
    'пппппппппппп',
  ])('that is guessed first is refused: %s', (password) => {
    expect(judge(password)).toMatch(/guessed easily/)
  })

  it.each([
    'maya.lindqvist@harbour-hale.example',
    'MAYA.LINDQVIST@harbour-hale.example',
    'maya.lindqvist',
    'MayaLindqvist1',
    'harbour-hale.example',
  ])('made of the e-mail is refused: %s', (password) => {
    expect(judge(password)).toBe('Choose a password without your e-mail.')
  })

  it.each([
    'tangerine walrus piano',
    'zwölf Boxkämpfer jagen',
    'пароль из трёх слов и запятой',
    '🦊 fox over 🌙 moon, twice',
    'J7#kd02!mQzp',
    '  spaces count  too  ',
    'x'.repeat(3) + 'y7Kq!'.repeat(20),
    'a long sentence that nobody has put into any list of passwords so far, with a comma'.repeat(3),
  ])('that is long and its own is taken: %s', (password) => {
    expect(judge(password)).toBeNull()
  })

  it('counts characters as people see them, not code units', () => {
    expect(judge('🦊🌙🎈🍋🐙🌵')).toBe('Use at least 12 characters.')
  })

  it('is judged without an e-mail too', () => {
    expect(judge('tangerine walrus piano', null)).toBeNull()
    expect(judge('password1234', null)).not.toBeNull()
  })

  it('has an end', () => {
    expect(judge('ab7!kZ'.repeat(400))).toBe('Use at most 1024 characters.')
  })

  it('shorter than the least length is never taken', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: leastPasswordLength - 1, unit: 'binary' }), (password) => {
        expect(judge(password)).not.toBeNull()
      }),
    )
  })

  it('drawn at random is always taken', () => {
    const signs = fc.constantFrom(...'bcdfghjkmnpqrstvwxz23456789#%&')
    fc.assert(
      fc.property(fc.uniqueArray(signs, { minLength: 16, maxLength: 24 }), (drawn) => {
        expect(judge(drawn.join(''))).toBeNull()
      }),
      { numRuns: 300 },
    )
  })

  it('is judged in no time, however it is built', () => {
    const began = performance.now()
    for (const evil of [
      '1'.repeat(1000),
      'a!'.repeat(500),
      'password'.repeat(120),
      '!a1'.repeat(300),
    ])
      judge(evil)
    expect(performance.now() - began).toBeLessThan(500)
  })
})
