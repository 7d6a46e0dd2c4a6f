import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { describeWhereabouts } from './where-is'

const contentOf = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null)

describe('where is …', () => {
  it('answers ten questions with the line of the code in the README as it stands', () => {
    const readme = readFileSync('README.md', 'utf8')
    expect(describeWhereabouts({ readme, contentOf })).toBe(readme)
    const answers = Array.from(readme.matchAll(/\[([\w./-]+):(\d+)\]\(\1#L\2\)/g))
    expect(answers).toHaveLength(10)
    for (const [, file, line] of answers) {
      const lines = contentOf(file ?? '')?.split('\n') ?? []
      expect(lines.at(Number(line) - 1)?.trim()).toBeTruthy()
    }
  })

  it('fails when the code it names is gone', () => {
    expect(() => describeWhereabouts({ readme: '# X\n', contentOf: () => 'nothing' })).toThrow(
      /no longer has/,
    )
  })
})
