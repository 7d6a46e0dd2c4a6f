import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { labelsAfter } from './labelled'

describe('labelsAfter', () => {
  it('adds behind, takes away, and says when nothing changes', () => {
    expect(labelsAfter({ labels: ['a'], add: ['b', 'a'], remove: [] })).toEqual(['a', 'b'])
    expect(labelsAfter({ labels: ['a', 'b'], add: [], remove: ['a'] })).toEqual(['b'])
    expect(labelsAfter({ labels: ['a'], add: ['a'], remove: ['c'] })).toBeNull()
  })

  it('changes nothing when it is done twice, and never doubles a label', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
    fc.assert(
      fc.property(ids, ids, ids, (labels, add, remove) => {
        const once = labelsAfter({ labels, add, remove }) ?? labels
        expect(labelsAfter({ labels: once, add, remove })).toBeNull()
        expect(new Set(once).size).toBe(once.length)
        for (const id of remove) expect(once).not.toContain(id)
      }),
    )
  })
})
