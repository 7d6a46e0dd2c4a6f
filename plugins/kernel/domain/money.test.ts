import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMoney,
  allocateMoney,
  allocateWhole,
  compareMoney,
  currencyExponents,
  divideRounded,
  exponentOf,
  fromStripeAmount,
  isCurrencyCode,
  type Money,
  money,
  multiplyPrice,
  multiplyRate,
  negateMoney,
  parseMoney,
  percentOf,
  rateE4FromInput,
  reduceRatio,
  shareOf,
  subtractMoney,
  sumMoney,
  toBasisPoints,
  toSafeNumber,
  toStripeAmount,
} from './money'

const usd = (amountMinor: number): Money => money({ amountMinor, currency: 'USD' })
const currencies = Object.keys(currencyExponents).filter(isCurrencyCode)
const anyCurrency = fc.constantFrom(...currencies)
const anyMinor = fc.maxSafeInteger()

describe('rounding', () => {
  it.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [5n, -2n, -3n],
    [-5n, -2n, 3n],
    [4n, 3n, 1n],
    [-4n, 3n, -1n],
    [149n, 100n, 1n],
    [0n, 7n, 0n],
  ])('rounds %s / %s to %s, half away from zero', (numerator, denominator, expected) => {
    expect(divideRounded({ numerator, denominator })).toBe(expected)
  })

  it('is at most half a unit away and mirrors for negatives', () => {
    fc.assert(
      fc.property(
        fc.bigInt(),
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        (numerator, denominator) => {
          const quotient = divideRounded({ numerator, denominator })
          const error = 2n * (numerator - quotient * denominator)
          expect(error <= denominator && error >= -denominator).toBe(true)
          expect(divideRounded({ numerator: -numerator, denominator })).toBe(-quotient)
        },
      ),
    )
  })

  it('refuses to divide by zero', () => {
    expect(() => divideRounded({ numerator: 1n, denominator: 0n })).toThrow(RangeError)
    expect(() => reduceRatio({ num: 1n, den: 0n })).toThrow(RangeError)
  })

  it('reduces a ratio to lowest terms with a positive denominator', () => {
    expect(reduceRatio({ num: 660n, den: -440n })).toEqual({ num: -3, den: 2 })
    expect(reduceRatio({ num: 0n, den: 9n })).toEqual({ num: 0, den: 1 })
  })

  it('gives basis points', () => {
    expect(toBasisPoints({ num: 1n, den: 3n })).toBe(3333)
    expect(toBasisPoints({ num: 1n, den: 7n })).toBe(1429)
  })
})

describe('amounts', () => {
  it('keeps every whole number up to 2^53 − 1 and refuses the rest', () => {
    expect(usd(Number.MAX_SAFE_INTEGER).amountMinor).toBe(9007199254740991)
    expect(() => usd(2 ** 53)).toThrow(RangeError)
    expect(() => usd(1.5)).toThrow(RangeError)
    expect(() => usd(Number.NaN)).toThrow(RangeError)
    expect(() => addMoney({ left: usd(Number.MAX_SAFE_INTEGER), right: usd(1) })).toThrow(
      RangeError,
    )
    expect(() => toSafeNumber(-(2n ** 53n))).toThrow(RangeError)
  })

  it('adds only equal currencies', () => {
    const eur = money({ amountMinor: 1, currency: 'EUR' })
    expect(() => addMoney({ left: usd(1), right: eur })).toThrow(TypeError)
    expect(() => compareMoney({ left: usd(1), right: eur })).toThrow(TypeError)
    expect(() => sumMoney({ amounts: [eur], currency: 'USD' })).toThrow(TypeError)
  })

  it('takes away what was added', () => {
    const half = fc.integer({ min: -(2 ** 52) + 1, max: 2 ** 52 - 1 })
    fc.assert(
      fc.property(half, half, (a, b) => {
        const sum = addMoney({ left: usd(a), right: usd(b) })
        expect(subtractMoney({ left: sum, right: usd(b) })).toEqual(usd(a))
        expect(addMoney({ left: usd(a), right: negateMoney(usd(a)) })).toEqual(usd(0))
      }),
    )
  })

  it('orders and sums', () => {
    expect(compareMoney({ left: usd(1), right: usd(2) })).toBe(-1)
    expect(compareMoney({ left: usd(2), right: usd(2) })).toBe(0)
    expect(compareMoney({ left: usd(3), right: usd(2) })).toBe(1)
    expect(sumMoney({ amounts: [], currency: 'JPY' })).toEqual({ amountMinor: 0, currency: 'JPY' })
  })
})

describe('allocation', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [4833, [25, 20], [2685, 2148]],
    [5, [0, 1, 0], [0, 5, 0]],
    [1, [1, 2, 2], [0, 1, 0]],
  ])('splits %i by %j into %j', (amountMinor, weights, expected) => {
    expect(
      allocateMoney({ amount: usd(amountMinor), weights }).map((part) => part.amountMinor),
    ).toEqual(expected)
  })

  it('never loses a unit and stays within one unit of the exact share', () => {
    const weights = fc
      .array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 12 })
      .filter((list) => list.some((weight) => weight > 0))
    fc.assert(
      fc.property(anyMinor, weights, (total, list) => {
        const parts = allocateWhole({ total, weights: list })
        const weightSum = BigInt(list.reduce((sum, weight) => sum + weight, 0))
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(total))
        for (const [index, part] of parts.entries()) {
          const error = BigInt(part) * weightSum - BigInt(total) * BigInt(list[index] ?? 0)
          expect(error < weightSum && error > -weightSum).toBe(true)
        }
      }),
    )
  })

  it('refuses weights that mean nothing', () => {
    expect(() => allocateMoney({ amount: usd(1), weights: [0, 0] })).toThrow(RangeError)
    expect(() => allocateMoney({ amount: usd(1), weights: [-1, 2] })).toThrow(RangeError)
    expect(() => allocateMoney({ amount: usd(1), weights: [0.5] })).toThrow(RangeError)
  })
})

describe('time at a rate', () => {
  it.each([
    { rateE4: 425_000, minutes: 2235, ratio: undefined, currency: 'EUR', expected: 158313 },
    { rateE4: 120_000, minutes: 360, ratio: { num: 3, den: 2 }, currency: 'USD', expected: 10800 },
    { rateE4: 193_333, minutes: 60, ratio: undefined, currency: 'USD', expected: 1933 },
    { rateE4: 50, minutes: 60, ratio: undefined, currency: 'USD', expected: 1 },
    { rateE4: 50, minutes: -60, ratio: undefined, currency: 'USD', expected: -1 },
    { rateE4: 15_000_000, minutes: 60, ratio: undefined, currency: 'JPY', expected: 1500 },
    { rateE4: 12_345, minutes: 60, ratio: undefined, currency: 'KWD', expected: 1235 },
  ] as const)('$minutes min at $rateE4 in $currency is $expected', ({ expected, ...time }) => {
    expect(multiplyRate(time)).toEqual({ amountMinor: expected, currency: time.currency })
  })

  it('reverses to the exact negative', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 5_000_000 }),
        fc.nat({ max: 10_080 }),
        fc.nat({ max: 99 }),
        fc.integer({ min: 1, max: 99 }),
        anyCurrency,
        (rateE4, minutes, num, den, currency) => {
          const forward = multiplyRate({ rateE4, minutes, ratio: { num, den }, currency })
          const back = multiplyRate({ rateE4, minutes: -minutes, ratio: { num, den }, currency })
          expect(back).toEqual(negateMoney(forward))
        },
      ),
    )
  })

  it('prices quantities and shares', () => {
    expect(multiplyPrice({ priceE4: 100_300, quantityE4: 30_000, currency: 'EUR' })).toEqual({
      amountMinor: 3009,
      currency: 'EUR',
    })
    expect(percentOf({ amount: usd(3009), basisPoints: 1900 })).toEqual(usd(572))
    expect(percentOf({ amount: usd(-3009), basisPoints: 1900 })).toEqual(usd(-572))
    expect(shareOf({ amount: usd(1_800_000), ratio: { num: 45, den: 90 } })).toEqual(usd(900_000))
  })
})

describe('typed amounts', () => {
  it.each([
    ['1,234.56', 'USD', '.', 123456],
    ['12.5', 'USD', '.', 1250],
    [' 12 ', 'USD', '.', 1200],
    ['1 234.5', 'USD', '.', 123450],
    ["1'234'567.89", 'CHF', '.', 123456789],
    ['1.234,56', 'EUR', ',', 123456],
    ['12,5', 'EUR', ',', 1250],
    ['1.234', 'KWD', '.', 1234],
    ['12.', 'USD', '.', 1200],
    ['12.500', 'USD', '.', 1250],
    ['1500', 'JPY', '.', 1500],
    ['-0', 'USD', '.', 0],
    ['-3', 'USD', '.', -300],
    ['90,071,992,547,409.91', 'USD', '.', 9007199254740991],
  ] as const)('reads %s %s as %s', (text, currency, decimalSeparator, amountMinor) => {
    expect(parseMoney({ text, currency, decimalSeparator })).toEqual({
      ok: true,
      value: { amountMinor, currency },
    })
  })

  it.each([
    ['', 'USD', 'not-a-number'],
    ['abc', 'USD', 'not-a-number'],
    ['12,5', 'USD', 'not-a-number'],
    ['1,23,456', 'USD', 'not-a-number'],
    ['1,234 567', 'USD', 'not-a-number'],
    ['1e5', 'USD', 'not-a-number'],
    ['1.234.5', 'USD', 'not-a-number'],
    ['1.005', 'USD', 'too-many-decimals'],
    ['1.5', 'JPY', 'too-many-decimals'],
    ['90,071,992,547,409.92', 'USD', 'amount-too-large'],
  ] as const)('refuses %j %s: %s', (text, currency, code) => {
    expect(parseMoney({ text, currency })).toMatchObject({
      ok: false,
      failure: { kind: 'input', code },
    })
  })

  it('reads rates to four decimals and refuses negative ones', () => {
    expect(rateE4FromInput({ text: '42.50' })).toEqual({ ok: true, value: 425_000 })
    expect(rateE4FromInput({ text: '42,1234', decimalSeparator: ',' })).toEqual({
      ok: true,
      value: 421_234,
    })
    expect(rateE4FromInput({ text: '42.12345' })).toMatchObject({ ok: false })
    expect(rateE4FromInput({ text: '-1' })).toMatchObject({
      ok: false,
      failure: { code: 'negative-rate' },
    })
  })

  it('reads back every amount it could have written', () => {
    fc.assert(
      fc.property(anyMinor, anyCurrency, (amountMinor, currency) => {
        const digits = exponentOf(currency)
        const plain = Math.abs(amountMinor)
          .toString()
          .padStart(digits + 1, '0')
        const whole = plain.slice(0, plain.length - digits)
        const fraction = plain.slice(plain.length - digits)
        const text = `${amountMinor < 0 ? '-' : ''}${whole}${digits > 0 ? `.${fraction}` : ''}`
        expect(parseMoney({ text, currency })).toEqual({
          ok: true,
          value: { amountMinor: amountMinor === 0 ? 0 : amountMinor, currency },
        })
      }),
    )
  })
})

describe("Stripe's minor units", () => {
  it.each([
    ['USD', 1234, 1234],
    ['JPY', 500, 500],
    ['ISK', 100, 10_000],
    ['UGX', 7, 700],
    ['MGA', 500, 5],
    ['KWD', 1230, 1230],
    ['HUF', 12_300, 12_300],
  ] as const)('writes %s %i as %i', (currency, amountMinor, expected) => {
    expect(toStripeAmount({ amountMinor, currency })).toEqual({ ok: true, value: expected })
  })

  it.each([
    ['KWD', 1234, 'amount-not-payable-online'],
    ['MGA', 501, 'amount-not-payable-online'],
    ['CLF', 1, 'currency-not-payable-online'],
  ] as const)('refuses %s %i: %s', (currency, amountMinor, code) => {
    expect(toStripeAmount({ amountMinor, currency })).toMatchObject({
      ok: false,
      failure: { code },
    })
  })

  it('refuses what Stripe could not have charged', () => {
    expect(fromStripeAmount({ stripeAmount: 150, currency: 'ISK' })).toMatchObject({ ok: false })
    expect(fromStripeAmount({ stripeAmount: 15, currency: 'KWD' })).toMatchObject({ ok: false })
  })

  it('comes back unchanged for every currency', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
        anyCurrency,
        (units, currency) => {
          for (const amountMinor of [units, units * 100]) {
            const sent = toStripeAmount(money({ amountMinor, currency }))
            if (!sent.ok) continue
            expect(fromStripeAmount({ stripeAmount: sent.value, currency })).toEqual({
              ok: true,
              value: money({ amountMinor, currency }),
            })
          }
        },
      ),
    )
  })
})
