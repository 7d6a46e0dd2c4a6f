import { describe, expect, it } from 'vitest'
import { table, withSection } from './markdown'

describe('table', () => {
  it('keeps a cell in its row whatever it holds', () => {
    expect(table({ head: ['A', 'B'], rows: [['x | y', 'two\n  lines']] })).toBe(
      '| A | B |\n| --- | --- |\n| x \\| y | two lines |',
    )
  })
})

describe('withSection', () => {
  const section = { name: 'events', title: 'Events', body: 'new' }

  it('replaces what stands between the marks and nothing else', () => {
    const markdown = 'before\n<!-- generated:events -->\nold\n<!-- /generated:events -->\nafter\n'
    expect(withSection({ markdown, ...section })).toBe(
      'before\n<!-- generated:events -->\n\nnew\n\n<!-- /generated:events -->\nafter\n',
    )
  })

  it('closes a section that was only opened', () => {
    expect(withSection({ markdown: 'a\n<!-- generated:events -->\nb\n', ...section })).toBe(
      'a\n<!-- generated:events -->\n\nnew\n\n<!-- /generated:events -->\nb\n',
    )
  })

  it('puts a missing section before the decisions', () => {
    expect(withSection({ markdown: '# P\n\n## Decisions\n\nx\n', ...section })).toBe(
      '# P\n\n## Events\n\n<!-- generated:events -->\n\nnew\n\n<!-- /generated:events -->\n\n## Decisions\n\nx\n',
    )
  })

  it('puts a missing section at the end of a README without decisions', () => {
    expect(withSection({ markdown: '# P\n', ...section })).toBe(
      '# P\n\n## Events\n\n<!-- generated:events -->\n\nnew\n\n<!-- /generated:events -->\n',
    )
  })

  it('changes nothing when done again', () => {
    const once = withSection({ markdown: '# P\n\n## Decisions\n', ...section })
    expect(withSection({ markdown: once, ...section })).toBe(once)
  })
})
