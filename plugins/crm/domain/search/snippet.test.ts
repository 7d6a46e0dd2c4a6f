import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { highlighted, snippetOf } from './snippet'

const shown = (text: string, ...terms: string[]): string | null =>
  snippetOf({ text, terms: terms.map((term) => ({ text: term, isPrefix: false })) })
    ?.map(({ text: part, isHit }) => (isHit ? `[${part}]` : part))
    .join('') ?? null

describe('a snippet', () => {
  it('marks words without case and accents, whole words only', () => {
    expect(shown('Worked in Łódź as NURSE, nurses', 'lodz', 'nurse')).toBe(
      'Worked in [Łódź] as [NURSE], nurses',
    )
  })

  it('marks a phrase as one and C++ as itself', () => {
    expect(shown('the night  shift in C++ and C', 'night shift', 'c++')).toBe(
      'the [night shift] in [C++] and C',
    )
  })

  it('marks beginnings of words', () => {
    expect(
      highlighted({ text: 'Nursing nurse', terms: [{ text: 'nurs', isPrefix: true }] }),
    ).toEqual([
      { text: 'Nursing', isHit: true },
      { text: ' ', isHit: false },
      { text: 'nurse', isHit: true },
    ])
  })

  it('shows the neighbourhood of the first place only', () => {
    const text = `${'before '.repeat(100)}needle ${'after '.repeat(100)}`
    const snippet = shown(text, 'needle') ?? ''
    expect(snippet.length).toBeLessThan(260)
    expect(snippet).toMatch(/^… before .* \[needle\] after .* …$/)
  })

  it('is nothing where nothing was found', () => {
    expect(shown('nothing of it', 'needle')).toBeNull()
  })

  it('never loses a letter of a short text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, term) => {
        const parts = highlighted({ text, terms: [{ text: term, isPrefix: true }] })
        expect(parts.map((part) => part.text).join('')).toBe(text)
      }),
    )
  })
})
