import vm from 'node:vm'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

import { productFiles, textOf } from './source'

/** A pattern that goes back on itself needs minutes for such a text, one that does not milliseconds. */
const mostMs = 2_000
const length = 100_000

type Pattern = { place: string; source: string; flags: string }

/** Every pattern that is written in the product. */
const patterns = (): Pattern[] =>
  productFiles({ ends: /\.tsx?$/ }).flatMap((file) => {
    const found: Pattern[] = []
    const tree = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest)
    const look = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/')
        const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree))
        found.push({
          place: `${file}:${line + 1}`,
          source: node.text.slice(1, end),
          flags: node.text.slice(end + 1),
        })
      }
      ts.forEachChild(node, look)
    }
    look(tree)
    return found
  })

/** What makes a pattern go back: long runs of what it takes, ended by what it does not. */
const adversarial = (source: string): string[] => {
  const own = [...new Set(source.replaceAll(/\\[a-zA-Z]|[()[\]{}?*+^$|\\]/g, ''))].slice(0, 6)
  const runs = ['a', '0', ' ', 'a ', 'a0', 'a.', 'a-', '0.', ...own, ...own.map((one) => `a${one}`)]
  return [...new Set(runs)].map((run) => `${run.repeat(length / run.length)}\u0001`)
}

const takesForever = ({ source, flags }: Pattern): string | null => {
  const texts = adversarial(source)
  try {
    vm.runInNewContext(
      'for (const text of texts) { pattern.lastIndex = 0; pattern.exec(text) }',
      {
        texts,
        pattern: new RegExp(source, flags),
      },
      { timeout: mostMs },
    )
    return null
  } catch (error) {
    // Of another realm, so no Error of this one.
    if (Reflect.get(Object(error), 'code') === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      return `/${source}/${flags}`
    throw error
  }
}

describe('a pattern of the product', () => {
  it('would be found out if it took for ever', () => {
    const place = 'here'
    expect(takesForever({ place, source: '^(a+)+$', flags: '' })).not.toBeNull()
    expect(takesForever({ place, source: '^a+$', flags: '' })).toBeNull()
  })

  it('reads a hundred thousand hostile characters without going back on them', {
    timeout: 600_000,
  }, () => {
    const all = patterns()
    expect(all.length).toBeGreaterThan(100)
    const slow = all.flatMap((pattern) => {
      const found = takesForever(pattern)
      return found ? [`${pattern.place} ${found}`] : []
    })
    expect(slow).toEqual([])
  })
})
