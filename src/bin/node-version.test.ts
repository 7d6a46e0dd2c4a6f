import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { minimumNode, refuseNode } from './steps/node-version.mjs'

describe('the version of Node', () => {
  it.each(['12.22.12', '18.20.4', '20.9.0', '20.18.3'])('refuses %s by name', (version) => {
    const refusal = refuseNode({ version })
    expect(refusal).toContain(`this is Node ${version}`)
    expect(refusal).toContain('needs Node 20.19.0 or newer')
    expect(refusal).toContain('https://nodejs.org')
  })

  it.each(['20.19.0', '20.19.1', '20.100.0', '22.0.0', '24.1.0'])('accepts %s', (version) => {
    expect(refuseNode({ version })).toBeUndefined()
  })

  it('is the one that package.json names', () => {
    const manifest: { engines: { node: string } } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    )
    expect(`${manifest.engines.node}.0`).toBe(`>=${minimumNode}`)
  })
})
