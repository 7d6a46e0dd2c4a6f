import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readablePairs } from '../contract'
import { themes } from '../index'
import { contrastRatio } from './contrast'
import { tokensCss } from './tokens-css'

const hex = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`)

const squeeze = (css: string) => css.replace(/\s+/g, ' ')

describe('contrastRatio', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#ff0000', '#ffffff', 4],
  ])('of %s on %s is %f', (first, second, expected) => {
    expect(contrastRatio({ first, second })).toBeCloseTo(expected, 1)
  })

  it('does not depend on the order and stays between 1 and 21', () => {
    fc.assert(
      fc.property(hex, hex, (first, second) => {
        const ratio = contrastRatio({ first, second })
        expect(ratio).toBe(contrastRatio({ first: second, second: first }))
        expect(ratio).toBeGreaterThanOrEqual(1)
        expect(ratio).toBeLessThanOrEqual(21)
      }),
    )
  })

  it('refuses what is no six-digit colour', () => {
    expect(() => contrastRatio({ first: 'red', second: '#ffffff' })).toThrow(RangeError)
  })
})

describe.each(themes.map((theme) => [theme.name, theme] as const))('theme %s', (name, theme) => {
  it('carries its tokens unchanged in the stylesheet', () => {
    const file = new URL(`../${name}/tokens.css`, import.meta.url)
    expect(squeeze(readFileSync(file, 'utf8'))).toBe(squeeze(tokensCss(theme.tokens)))
  })

  it.each(['light', 'dark'] as const)('is readable in %s', (mode) => {
    const weak = readablePairs
      .map(([text, ground]) => ({
        pair: `${text} on ${ground}`,
        ratio: contrastRatio({
          first: theme.tokens[mode][text],
          second: theme.tokens[mode][ground],
        }),
      }))
      .filter(({ ratio }) => ratio < 4.5)
    expect(weak).toEqual([])
  })

  it.each(['light', 'dark'] as const)('shows input borders and focus in %s', (mode) => {
    const { input, ring, surface, bg } = theme.tokens[mode]
    for (const ground of [surface, bg]) {
      expect(contrastRatio({ first: input, second: ground })).toBeGreaterThanOrEqual(3)
      expect(contrastRatio({ first: ring, second: ground })).toBeGreaterThanOrEqual(3)
    }
  })
})
