import { describe, expect, it } from 'vitest'

import { attacks } from '../../../testing/security/attacks'
import { describeAttacks } from './describe-attacks'

const areas: Readonly<Record<string, number>> = { A: 13, B: 11, C: 16, D: 6, H: 5, I: 7, J: 8 }

const everything = attacks
  .flatMap(({ rows }) => rows)
  .flatMap(({ proofs }) => proofs.map(({ title }) => title))
  .join('\n')

describe('the table of attacks', () => {
  it('has every row once, each with a test or a word why not', () => {
    const rows = attacks.flatMap(({ rows: inArea }) => inArea)
    expect(rows.map(({ id }) => id)).toEqual(
      Object.entries(areas).flatMap(([area, count]) =>
        Array.from({ length: count }, (_, index) => `${area}-${index + 1}`),
      ),
    )
    expect(rows.filter(({ proofs, open }) => proofs.length === 0 && !open)).toEqual([])
  })

  it('is written with its figures', () => {
    const readme = describeAttacks({ readme: '# House\n', contentOf: () => everything })
    expect(readme).toContain('66 attacks and faults')
    expect(readme).toContain('kill rounds, 0 acknowledged writes lost')
    expect(readme).toContain('| B-8 |')
  })

  it('names a test that is gone', () => {
    expect(() =>
      describeAttacks({
        readme: '# House\n',
        contentOf: (path) => (path.includes('erasure') ? '' : everything),
      }),
    ).toThrow('erasure.int.test.ts: leaves no canary')
  })
})
