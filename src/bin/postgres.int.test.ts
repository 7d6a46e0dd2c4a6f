import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runningPostmaster } from './postgres/postmaster.mjs'
import { startPostgres } from './postgres.mjs'
import { isAlive } from './steps/process-identity.mjs'
import { startThrowawayPostgres } from './throwaway-postgres.mjs'

let home = ''

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'placewright-postgres-'))
})
afterEach(async () => {
  if (existsSync(join(home, 'settings.json'))) await (await startPostgres({ home })).stop()
  rmSync(home, { recursive: true, force: true })
})

const query = async ({ url, sql }: { url: string; sql: string }) => {
  const client = new Client(url)
  // A server that is killed ends the connection with an error.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query(sql)
    return rows
  } finally {
    await client.end()
  }
}

const postmasterPid = (data: string) => {
  const server = runningPostmaster({ data })
  if (!server) throw new Error('no server runs')
  return server.pid
}

const killServer = async (pid: number) => {
  process.kill(pid, 'SIGKILL')
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10))
}

describe('the embedded PostgreSQL', () => {
  it('starts on loopback in UTF-8 with a password, and stops', async () => {
    const postgres = await startPostgres({ home })
    expect(postgres.adopted).toBe(false)
    expect(postgres.isRunning()).toBe(true)
    const [row] = await query({
      url: postgres.url,
      sql: `select current_setting('server_version_num')::int >= 180000 as "isCurrent",
              current_setting('listen_addresses') as "addresses",
              current_setting('server_encoding') as "encoding",
              current_setting('TimeZone') as "zone",
              current_setting('fsync') as "fsync",
              current_setting('max_connections') as "connections",
              (select datlocale from pg_database where datname = current_database()) as "locale",
              upper('łódź') as "upper"`,
    })
    expect(row).toEqual({
      isCurrent: true,
      addresses: '127.0.0.1',
      encoding: 'UTF8',
      zone: 'UTC',
      fsync: 'on',
      connections: '120',
      locale: 'C.UTF-8',
      upper: 'ŁÓDŹ',
    })
    const wrong = new URL(postgres.url)
    wrong.password = 'guess'
    await expect(query({ url: wrong.href, sql: 'select 1' })).rejects.toThrow(
      'password authentication failed',
    )
    expect(statSync(postgres.data).mode & 0o077).toBe(0)
    await postgres.stop()
    expect(postgres.isRunning()).toBe(false)
    await expect(query({ url: postgres.url, sql: 'select 1' })).rejects.toThrow('ECONNREFUSED')
  })

  it('has the extensions that the product uses', async () => {
    const { url } = await startPostgres({ home })
    const names = ['btree_gin', 'citext', 'cube', 'earthdistance', 'intarray', 'pg_trgm']
    for (const name of [...names, 'pgcrypto', 'unaccent']) {
      await query({ url, sql: `create extension ${name}` })
    }
    const rows = await query({ url, sql: 'select extname from pg_extension' })
    expect(rows).toHaveLength(9)
  })

  it('is adopted when it runs already, with what it holds', async () => {
    const first = await startPostgres({ home })
    await query({ url: first.url, sql: 'create table kept as select 7 as n' })
    const second = await startPostgres({ home })
    expect(second).toMatchObject({ adopted: true, port: first.port, url: first.url })
    expect(await query({ url: second.url, sql: 'select n from kept' })).toEqual([{ n: 7 }])
  })

  it('starts once when several start it at once on an empty home', async () => {
    const module = new URL('./postgres.mjs', import.meta.url).href
    const program = `
      const { startPostgres } = await import(${JSON.stringify(module)})
      const { port, adopted } = await startPostgres({ home: ${JSON.stringify(home)} })
      console.log(JSON.stringify({ port, adopted }))
    `
    const start = () =>
      new Promise<{ port: number; adopted: boolean }>((resolve, reject) => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', program])
        let text = ''
        let errors = ''
        child.stdout.on('data', (data: Buffer) => (text += data.toString()))
        child.stderr.on('data', (data: Buffer) => (errors += data.toString()))
        child.on('close', (code) =>
          code === 0 ? resolve(JSON.parse(text)) : reject(new Error(errors)),
        )
      })
    const outcomes = await Promise.all([start(), start(), start()])
    expect(outcomes.filter(({ adopted }) => !adopted)).toHaveLength(1)
    expect(new Set(outcomes.map(({ port }) => port)).size).toBe(1)
  })

  it('comes back after kill -9 with every row that was acknowledged', async () => {
    const first = await startPostgres({ home })
    await query({ url: first.url, sql: 'create table kept as select 7 as n' })
    await killServer(postmasterPid(first.data))
    expect(first.isRunning()).toBe(false)
    const second = await startPostgres({ home })
    expect(second.adopted).toBe(false)
    expect(await query({ url: second.url, sql: 'select n from kept' })).toEqual([{ n: 7 }])
  })

  it('is not kept from starting by a pid file whose pid went to another program', async () => {
    const first = await startPostgres({ home })
    const pidFile = join(first.data, 'postmaster.pid')
    const pid = postmasterPid(first.data)
    const lines = readFileSync(pidFile, 'utf8').split('\n')
    await killServer(pid)
    // Another program of the user that the server runs as.
    const { uid, gid } = statSync(first.data)
    const stranger = spawn('sleep', ['60'], { uid, gid, cwd: '/' })
    try {
      writeFileSync(pidFile, [String(stranger.pid), ...lines.slice(1)].join('\n'))
      expect(first.isRunning()).toBe(false)
      const second = await startPostgres({ home })
      expect(second.adopted).toBe(false)
      expect(await query({ url: second.url, sql: 'select 1 as n' })).toEqual([{ n: 1 }])
      expect(isAlive(stranger.pid ?? 0)).toBe(true)
    } finally {
      stranger.kill('SIGKILL')
    }
  })

  it('says so when the settings with its password are lost', async () => {
    const postgres = await startPostgres({ home })
    const path = join(home, 'settings.json')
    const settings = readFileSync(path)
    rmSync(path)
    await expect(startPostgres({ home })).rejects.toThrow(/settings\.json.* was lost/)
    writeFileSync(path, settings, { mode: 0o600 })
    expect(await startPostgres({ home })).toMatchObject({ adopted: true, port: postgres.port })
  })

  it('shows the last words of a server that does not start', async () => {
    const postgres = await startPostgres({ home })
    await postgres.stop()
    const settings = { shared_buffers: 'plenty' }
    await expect(startPostgres({ home, settings })).rejects.toThrow(
      /PostgreSQL did not start[^]*shared_buffers/,
    )
  })

  it('refuses data of another major version', async () => {
    const postgres = await startPostgres({ home })
    await postgres.stop()
    const path = join(postgres.data, 'PG_VERSION')
    const version = readFileSync(path)
    writeFileSync(path, '15\n')
    await expect(startPostgres({ home })).rejects.toThrow('was made by PostgreSQL 15')
    writeFileSync(path, version)
  })
})

describe('a throw-away server', () => {
  it('leaves nothing behind', async () => {
    const postgres = await startThrowawayPostgres()
    expect(await query({ url: postgres.url, sql: 'show fsync' })).toEqual([{ fsync: 'off' }])
    await postgres.stop()
    expect(existsSync(postgres.home)).toBe(false)
  })

  it('is removed by the next one when its process was killed', async () => {
    const module = new URL('./throwaway-postgres.mjs', import.meta.url).href
    const program = `
      const { startThrowawayPostgres } = await import(${JSON.stringify(module)})
      const { data } = await startThrowawayPostgres()
      console.log(data)
      setInterval(() => {}, 1000)
    `
    const child = spawn(process.execPath, ['--input-type=module', '-e', program])
    const data = await new Promise<string>((resolve) =>
      child.stdout.once('data', (text: Buffer) => resolve(text.toString().trim())),
    )
    const pid = postmasterPid(data)
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('close', resolve))
    await (await startThrowawayPostgres()).stop()
    expect(isAlive(pid)).toBe(false)
    expect(existsSync(dirname(data))).toBe(false)
  })
})
