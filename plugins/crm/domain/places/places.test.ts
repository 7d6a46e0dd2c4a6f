import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { countryCode } from '../country-code'
import { firstPlaces } from './first-places'
import { placeImport } from './place-import'
import { placeLabel, saidPlace } from './said-place'

describe('a place as it is typed', () => {
  it.each([
    ['RG1 4PS', { head: 'RG1 4PS', hasDigits: true }],
    ['Springfield, IL', { head: 'Springfield', either: 'IL' }],
    ['Reading, gb', { head: 'Reading', either: 'GB' }],
    ['Paris, TX, US', { head: 'Paris', region: 'TX', country: 'US' }],
    ['10115, DE', { head: '10115', country: 'DE', hasDigits: true }],
    ['10115, Berlin, DE', { head: '10115', region: 'Berlin', country: 'DE', hasDigits: true }],
    ['  Köln  ', { head: 'Köln' }],
  ])('reads %j', (text, expected) => {
    expect(saidPlace(text)).toEqual({
      region: null,
      country: null,
      either: null,
      hasDigits: false,
      ...expected,
    })
  })

  it.each(['', ' , ', '--', '\u0000'])('takes %j for none', (text) => {
    expect(saidPlace(text)).toBeNull()
  })

  it('understands what it offers, and never throws', () => {
    const misread = firstPlaces.flatMap(({ name, region, country, postcode }) =>
      [null, postcode].flatMap((shown) => {
        const label = placeLabel({ postcode: shown, name, region, country })
        const said = saidPlace(label)
        const isTown = shown === null
        const isAsMeant =
          said?.head === (shown ?? name) &&
          (!isTown || said.region === region) &&
          (isTown && region === null ? said.either : said.country) === country
        return isAsMeant ? [] : [label]
      }),
    )
    expect(misread).toEqual([])
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const head = saidPlace(text)?.head
        if (head !== undefined) expect(head).not.toContain('\u0000')
      }),
    )
  })
})

describe('the places to begin with', () => {
  it('lie on earth, in countries there are, and each stands there once', () => {
    const keys = new Set<string>()
    for (const { country, name, region, postcode, latitude, longitude } of firstPlaces) {
      expect(countryCode(country), name).toBe(country)
      expect(Math.abs(latitude), name).toBeLessThan(72)
      expect(Math.abs(longitude), name).toBeLessThan(180)
      if (postcode !== null) expect(postcode, name).toMatch(/^[0-9A-Z]+$/)
      const key = [country, postcode, name, region].join('|')
      expect(keys.has(key), key).toBe(false)
      keys.add(key)
    }
    expect(keys.size).toBeGreaterThan(1_200)
  })

  it('belong to one town for each beginning of a postcode', () => {
    const owners = new Map<string, string>()
    for (const { country, postcode, name } of firstPlaces) {
      if (postcode === null) continue
      const key = `${country} ${postcode}`
      expect(owners.get(key) ?? name, key).toBe(name)
      owners.set(key, name)
    }
  })
})

describe('a row of a table of places', () => {
  it('becomes a place', () => {
    const { draft, problems } = placeImport.draft({
      country: 'GB',
      postcode: 'RG1',
      name: 'Reading',
      latitude: 51.4558,
      longitude: -0.9711,
    })
    expect(problems).toEqual({})
    expect(draft.row).toMatchObject({ country: 'GB', postcode: 'RG1', region: null })
    expect(draft.keys).toEqual(['place:gb|rg1|reading'])
  })

  it('says what is wrong by field', () => {
    const { problems } = placeImport.draft({ latitude: 91, longitude: -181 })
    expect(Object.keys(problems).sort()).toEqual(['country', 'latitude', 'longitude', 'name'])
  })
})
