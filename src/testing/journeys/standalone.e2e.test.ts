import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { freePort } from '../../bin/steps/port.mjs'
import { commandOf, copiesOf, stagesOf } from '../container/dockerfile'
import { createDatabase, dropDatabase, testEnv } from '../database'
import { until } from '../kernel/children'

const name = 'placewright_standalone'
const app = mkdtempSync(path.join(tmpdir(), 'placewright-standalone-'))
const words: string[] = []
let web: ChildProcess
let url: string
let filesAt: string

/** What the image holds, taken from the Dockerfile itself, in a folder that knows no clone. */
beforeAll(async () => {
  const stage = stagesOf(readFileSync('Dockerfile', 'utf8')).find((one) => one.name === 'web')
  if (!stage) throw new Error('The Dockerfile has no stage web.')
  for (const { sources, to } of copiesOf(stage))
    for (const source of sources)
      cpSync(source.replace(/^\/app\//, ''), path.join(app, to), {
        recursive: true,
        verbatimSymlinks: true,
      })
  const databaseUrl = await createDatabase({
    adminUrl: inject('databaseAdminUrl'),
    name,
    template: inject('seededTemplate'),
  })
  const port = await freePort()
  url = `http://localhost:${port}`
  const env = testEnv({ databaseUrl })
  filesAt = env.DATA_DIR
  const [, ...args] = commandOf(stage)
  web = spawn(process.execPath, args, {
    cwd: app,
    env: {
      PATH: process.env.PATH,
      ...env,
      NODE_ENV: 'production',
      HOSTNAME: '0.0.0.0',
      PORT: String(port),
      ADMIN_URL: url,
      SITE_URL: url,
      DEMO: 'on',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [web.stdout, web.stderr])
    stream?.on('data', (chunk: Buffer) => words.push(chunk.toString()))
  await until({
    what: `the standalone server is well:\n${words.join('')}`,
    is: async () => {
      if (web.exitCode !== null) throw new Error(words.join(''))
      return await fetch(`${url}/api/health`).then(
        ({ ok }) => ok,
        () => false,
      )
    },
    limitMs: 90_000,
    everyMs: 250,
  })
})

afterAll(async () => {
  if (web.exitCode === null) {
    const exited = once(web, 'exit')
    web.kill('SIGKILL')
    await exited
  }
  rmSync(app, { recursive: true, force: true })
  await dropDatabase({ adminUrl: inject('databaseAdminUrl'), name })
})

const signedIn = async (): Promise<string> => {
  const login = inject('logins').find(({ role }) => role === 'admin')
  const answer = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: login?.email, password: login?.password }),
  })
  expect(answer.status).toBe(200)
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0] ?? '')
    .join('; ')
}

describe('the server of the container, by itself', () => {
  it('serves the admin with its styles, and the agency’s website', async () => {
    const page = await fetch(`${url}/admin/login`)
    const html = await page.text()
    expect([page.status, html]).toEqual([200, expect.stringContaining('Placewright')])
    const style = /href="(\/_next\/static\/[^"]+\.css[^"]*)"/.exec(html)?.[1]
    expect((await fetch(`${url}${style}`)).headers.get('content-type')).toContain('text/css')
    expect((await fetch(`${url}/favicon.svg`)).status).toBe(200)
    expect((await fetch(`${url}/`)).status).toBe(200)
    const dashboard = await fetch(`${url}/admin`, {
      headers: { origin: url, cookie: await signedIn() },
    })
    expect(await dashboard.text()).toContain('Open orders')
  })

  it('takes pictures and makes them smaller', async () => {
    const picture = await sharp({
      create: { width: 900, height: 600, channels: 3, background: '#336' },
    })
      .png()
      .toBuffer()
    const form = new FormData()
    form.set('_payload', JSON.stringify({ alt: 'A blue field' }))
    form.set('file', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'field.png')
    const answer = await fetch(`${url}/api/media`, {
      method: 'POST',
      headers: { origin: url, cookie: await signedIn() },
      body: form,
    })
    expect([answer.status, await answer.text()]).toEqual([
      201,
      expect.stringContaining('field-640x427.png'),
    ])
    expect(existsSync(path.join(filesAt, 'media', 'field-640x427.png'))).toBe(true)
  })

  it('ends when it is asked to', async () => {
    const exited = once(web, 'exit')
    web.kill('SIGTERM')
    await exited
    expect(words.join('')).not.toMatch(/Cannot find (module|package)/)
  })
})
