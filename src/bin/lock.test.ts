import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockHolder, takeLock } from './steps/lock.mjs'
import { processIdentity } from './steps/process-identity.mjs'

let home = ''
let path = ''

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'placewright-lock-'))
  path = join(home, 'start.lock')
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const takeOrThrow = () => {
  const taken = takeLock({ path })
  if ('holder' in taken) throw new Error(`held by ${taken.holder.pid}`)
  return taken.lock
}

describe('the lock of a start', () => {
  it('tells a second one who holds it and where it serves', () => {
    takeOrThrow().announce({ url: 'http://localhost:3000' })
    expect(takeLock({ path })).toMatchObject({
      holder: { pid: process.pid, url: 'http://localhost:3000' },
    })
    expect(lockHolder({ path })?.url).toBe('http://localhost:3000')
  })

  it('can be taken again after its release, and leaves nothing behind', () => {
    takeOrThrow().release()
    expect(readdirSync(home)).toEqual([])
    expect(takeLock({ path })).toHaveProperty('lock')
  })

  it('can be read by its owner only', () => {
    takeOrThrow()
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('is recovered when its holder has died', () => {
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    writeFileSync(path, JSON.stringify({ pid, identity: 'boot:1' }))
    expect(lockHolder({ path })).toBeUndefined()
    expect(takeLock({ path })).toHaveProperty('lock')
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid })
  })

  it('is not fooled by a process that got the pid of a dead holder', () => {
    writeFileSync(path, JSON.stringify({ pid: process.ppid, identity: 'boot:1' }))
    expect(takeLock({ path })).toHaveProperty('lock')
  })

  it('respects another process that runs', () => {
    const holder = { pid: process.ppid, identity: processIdentity(process.ppid) }
    writeFileSync(path, JSON.stringify(holder))
    expect(takeLock({ path })).toEqual({ holder })
  })

  it.each(['', '{', 'null', '{"pid":"1"}'])('is recovered when damaged: %j', (text) => {
    writeFileSync(path, text)
    expect(takeLock({ path })).toHaveProperty('lock')
  })

  it('does not release what another has taken meanwhile', () => {
    const lock = takeOrThrow()
    const holder = { pid: process.ppid, identity: processIdentity(process.ppid) }
    writeFileSync(path, JSON.stringify(holder))
    lock.release()
    expect(lockHolder({ path })).toEqual(holder)
  })

  it('goes to exactly one of many that find it stale at once', async () => {
    writeFileSync(path, JSON.stringify({ pid: 1_999_999_999, identity: 'boot:1' }))
    const module = new URL('./steps/lock.mjs', import.meta.url).href
    const program = `
      const { takeLock } = await import(${JSON.stringify(module)})
      process.stdout.write('lock' in takeLock({ path: ${JSON.stringify(path)} }) ? 'taken' : 'held')
      process.stdin.resume()
    `
    const children = Array.from({ length: 6 }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', program]),
    )
    const answers = await Promise.all(
      children.map(
        (child) =>
          new Promise<string>((resolve) => {
            child.stdout.once('data', (data: Buffer) => resolve(data.toString()))
          }),
      ),
    )
    for (const child of children) child.stdin.end()
    expect(answers.toSorted()).toEqual(['held', 'held', 'held', 'held', 'held', 'taken'])
  })
})
