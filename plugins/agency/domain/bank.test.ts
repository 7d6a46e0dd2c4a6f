import { describe, expect, it } from 'vitest'

import { judgeAccount, judgeBankCode } from './bank'

describe('an account', () => {
  it.each([
    ['GB', 'GB29 NWBK 6016 1331 9268 19'],
    ['DE', 'DE89 3704 0044 0532 0130 00'],
    ['US', '000123456789'],
    ['US', 'DE89370400440532013000'],
    ['AU', '012 345 678'],
    ['GB', ''],
  ])('in %s is right as %s', (country, account) => {
    expect(judgeAccount({ country, account })).toBeNull()
  })

  it.each([
    ['GB', 'GB29 NWBK 6016 1331 9268 18', 'check digits'],
    ['GB', 'GB29 NWBK 6016 1331 9268', '22 characters; this one has 20'],
    ['DE', '532013000', 'begins with DE'],
    ['US', '12', '4 to 17 digits'],
    ['DE', 'US12 3456 7890 12', 'No bank in US'],
    ['AU', '12€', 'letters and digits'],
  ])('in %s is wrong as %s', (country, account, why) => {
    expect(judgeAccount({ country, account })).toContain(why)
  })
})

describe('the code of a bank', () => {
  it.each([
    ['US', '021000021'],
    ['US', 'CHASUS33'],
    ['GB', 'NWBKGB2L'],
    ['DE', 'COBADEFFXXX'],
    ['DE', ''],
  ])('in %s is right as %s', (country, code) => {
    expect(judgeBankCode({ country, code })).toBeNull()
  })

  it.each([
    ['US', '021000022', 'check digit'],
    ['US', '02100002', 'nine digits'],
    ['US', 'CHASE', 'routing number (nine digits) or the BIC'],
    ['DE', '37040044', 'eight or eleven'],
  ])('in %s is wrong as %s', (country, code, why) => {
    expect(judgeBankCode({ country, code })).toContain(why)
  })
})
