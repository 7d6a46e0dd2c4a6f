import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildWeb } from './steps/build.mjs'
import { keepDemo, readDemo, seedResult } from './steps/demo-logins.mjs'
import { childEnvironment } from './steps/environment.mjs'
import { startFlags } from './steps/flags.mjs'
import { waitForHealth } from './steps/health.mjs'
import { homeOf } from './steps/home.mjs'
import { installDependencies } from './steps/install.mjs'
import { interruption } from './steps/interruption.mjs'
import { endLeftovers, rememberServices } from './steps/leftovers.mjs'
import { choosePort } from './steps/port.mjs'
import { isAlive } from './steps/process-identity.mjs'
import { createReport } from './steps/report.mjs'
import { runGates } from './steps/run-gates.mjs'
import { lastJsonLine, runOnce } from './steps/run-once.mjs'
import { startService, stopInOrder } from './steps/service.mjs'
import { readSettings } from './steps/settings.mjs'
import { vitestTally } from './steps/tally.mjs'
import { welcome } from './steps/welcome.mjs'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'placewright-steps-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const inRoot = (...parts: string[]) => join(root, ...parts)
const put = (path: string, text: string) => {
  mkdirSync(join(inRoot(path), '..'), { recursive: true })
  writeFileSync(inRoot(path), text)
}
const node = (program: string, ...flags: string[]) => ({
  program: process.execPath,
  args: [...flags, '--input-type=module', '-e', program],
  cwd: root,
  env: process.env,
})
const appendTo = (file: string) =>
  `import { appendFileSync } from 'node:fs'; appendFileSync(${JSON.stringify(inRoot(file))}, 'x')`
const quiet = () => createReport({ write: () => undefined })

describe('the installation of dependencies', () => {
  const lockfile = (version: string) =>
    JSON.stringify({ packages: { '': {}, 'node_modules/left': { version } } })
  const install = (command = node(appendTo('ran'))) =>
    installDependencies({ root, logFile: inRoot('install.log'), command })

  it('happens once for a lockfile, and again when that changes', async () => {
    put('package-lock.json', lockfile('1.0.0'))
    expect(await install()).toBe('installed')
    expect(await install()).toBe('up to date')
    put('package-lock.json', lockfile('1.0.1'))
    expect(await install()).toBe('installed')
    expect(readFileSync(inRoot('ran'), 'utf8')).toBe('xx')
  })

  it('is spared when npm has installed the same by hand', async () => {
    put('package-lock.json', lockfile('1.0.0'))
    put('node_modules/.package-lock.json', lockfile('1.0.0'))
    mkdirSync(inRoot('node_modules/left'))
    expect(await install()).toBe('up to date')
  })

  it('is repeated after a failure, which shows what npm said', async () => {
    put('package-lock.json', lockfile('1.0.0'))
    const failing = node(`console.error('E404 no such package'); process.exit(1)`)
    await expect(install(failing)).rejects.toThrow(/exit code 1[^]*E404 no such package/)
    expect(await install()).toBe('installed')
  })
})

describe('the build', () => {
  const build = (command = node(appendTo('ran'))) =>
    buildWeb({ root, logFile: inRoot('build.log'), command })

  beforeEach(() => {
    mkdirSync(inRoot('node_modules'))
    put('src/app/page.tsx', 'one')
  })

  it('is reused until a source changes', async () => {
    expect(await build()).toBe('built')
    expect(await build()).toBe('up to date')
    put('plugins/crm/index.ts', 'new')
    expect(await build()).toBe('built')
    put('src/app/page.tsx', 'two')
    expect(await build()).toBe('built')
  })

  it.each([
    'src/app/page.test.tsx',
    'src/testing/fake.ts',
    'src/bin/seed.ts',
    'plugins/a/README.md',
  ])('is reused when %s changes, which it does not read', async (path) => {
    await build()
    put(path, 'changed')
    expect(await build()).toBe('up to date')
  })

  it('runs once when two ask for it at once', async () => {
    const outcomes = await Promise.all([build(), build()])
    expect(outcomes.toSorted()).toEqual(['built', 'up to date'])
    expect(readFileSync(inRoot('ran'), 'utf8')).toBe('x')
  })

  it('is not taken for done after a failure', async () => {
    await build()
    put('src/app/page.tsx', 'broken')
    await expect(build(node('process.exit(3)'))).rejects.toThrow('exit code 3')
    put('src/app/page.tsx', 'one')
    expect(await build()).toBe('built')
  })
})

describe('a command that runs to its end', () => {
  it('gives what it printed and keeps it in a log that only its owner reads', async () => {
    const logFile = inRoot('logs/seed.log')
    const command = node(`console.log('noise'); console.log('{"seeded":true}')`)
    const printed = await runOnce({ name: 'The seed', command, logFile })
    expect(lastJsonLine(printed)).toEqual({ seeded: true })
    expect(readFileSync(logFile, 'utf8')).toBe(printed)
    expect(statSync(logFile).mode & 0o777).toBe(0o600)
  })

  it('shows the last twenty lines when it fails', async () => {
    const command = node(`for (let i = 1; i <= 30; i++) console.log('line ' + i); process.exit(2)`)
    const run = runOnce({ name: 'The migration', command, logFile: inRoot('log') })
    await expect(run).rejects.toThrow(/^The migration failed with exit code 2/)
    await expect(run).rejects.toThrow(/\n\nline 11\n[^]*line 30$/)
  })

  it('ends when the operator stops it', async () => {
    const controller = new AbortController()
    const command = node('setInterval(() => {}, 1000)')
    const run = runOnce({ name: 'x', command, logFile: inRoot('log'), signal: controller.signal })
    setTimeout(() => controller.abort(), 300)
    await expect(run).rejects.toThrow('Stopped before it was ready.')
  })

  it('names a program that does not exist', async () => {
    const command = { program: '/nowhere/npm', args: [], cwd: root, env: process.env }
    await expect(runOnce({ name: 'npm', command, logFile: inRoot('log') })).rejects.toThrow(
      /npm could not be started: .*ENOENT/,
    )
  })
})

describe('services', () => {
  const graceful = (name: string) =>
    node(`
      import { appendFileSync } from 'node:fs'
      process.on('SIGTERM', () => setTimeout(() => {
        appendFileSync(${JSON.stringify(inRoot('order'))}, ${JSON.stringify(`${name} `)})
        process.exit(0)
      }, 100))
      setInterval(() => {}, 1000)
      appendFileSync(${JSON.stringify(inRoot('up'))}, 'x')
    `)
  const start = (name: string, command = graceful(name)) =>
    startService({ name, command, logFile: inRoot(`${name}.log`), graceMilliseconds: 500 })
  const until = async (condition: () => boolean) => {
    for (let tries = 0; tries < 200 && !condition(); tries++) await wait(25)
    expect(condition()).toBe(true)
  }
  const areUp = (count: number) => () =>
    existsSync(inRoot('up')) && readFileSync(inRoot('up'), 'utf8').length === count

  it('stop one after the other, each after its own last work', async () => {
    const services = [start('web'), start('worker')]
    await until(areUp(2))
    await stopInOrder({ services })
    expect(readFileSync(inRoot('order'), 'utf8')).toBe('web worker ')
  })

  it('are killed after the grace when they do not listen', async () => {
    const stubborn = node(`
      import { appendFileSync } from 'node:fs'
      process.on('SIGTERM', () => {})
      setInterval(() => {}, 1000)
      appendFileSync(${JSON.stringify(inRoot('up'))}, 'x')
    `)
    const service = start('web', stubborn)
    await until(areUp(1))
    await service.stop()
    expect(await service.ended).toContain('web was ended by SIGKILL')
  })

  it('say how they crashed, with the end of this run of their log', async () => {
    writeFileSync(inRoot('web.log'), 'yesterday\n')
    const service = start('web', node(`console.error('out of luck'); process.exit(7)`))
    const story = await service.ended
    expect(story).toContain('web ended with exit code 7')
    expect(story).toContain('out of luck')
    expect(story).not.toContain('yesterday')
    await service.stop()
  })

  const parentOf = (flags: string[]) => `
    import { startService } from ${JSON.stringify(new URL('./steps/service.mjs', import.meta.url).href)}
    const service = startService({
      name: 'child',
      command: {
        program: process.execPath,
        args: [...${JSON.stringify(flags)}, '-e', 'setInterval(() => {}, 1000); console.log("up")'],
        cwd: ${JSON.stringify(root)},
        env: process.env,
      },
      logFile: ${JSON.stringify(inRoot('child.log'))},
    })
    process.stdout.write(String(service.pid))
  `
  const withParent = ['--import', new URL('./with-parent.mjs', import.meta.url).href]

  it('end with a parent that is killed', async () => {
    const parent = spawn(process.execPath, ['--input-type=module', '-e', parentOf(withParent)])
    const [data]: Buffer[] = await once(parent.stdout, 'data')
    const pid = Number(String(data))
    await until(() => existsSync(inRoot('child.log')) && statSync(inRoot('child.log')).size > 0)
    parent.kill('SIGKILL')
    await until(() => !isAlive(pid))
  })

  it('are ended by the next start when they outlive a killed one', async () => {
    const service = start('web')
    await until(areUp(1))
    rememberServices({ home: root, services: [service] })
    await endLeftovers({ home: root, report: quiet() })
    expect(await service.ended).toContain('web ended with exit code 0')
    expect(existsSync(inRoot('services.json'))).toBe(false)
  })

  it('of which nothing is left cost the next start nothing', async () => {
    const strangers = [{ name: 'web', pid: process.pid, identity: 'boot:1' }]
    writeFileSync(inRoot('services.json'), JSON.stringify(strangers))
    await endLeftovers({ home: root, report: quiet() })
    expect(existsSync(inRoot('services.json'))).toBe(false)
  })
})

describe('with-parent', () => {
  it('lets a program end that has come to its end', async () => {
    const flags = ['--import', new URL('./with-parent.mjs', import.meta.url).href]
    const printed = await runOnce({
      name: 'x',
      command: node(`console.log('done')`, ...flags),
      logFile: inRoot('log'),
    })
    expect(printed).toBe('done\n')
  })
})

describe('a request to stop', () => {
  it('is one, although npm repeats the Ctrl-C of the terminal; a later one is serious', () => {
    const source = new EventEmitter()
    let at = 5000
    let ends = 0
    const signal = interruption({ source, now: () => at, endAtOnce: () => (ends += 1) })
    source.emit('SIGINT')
    source.emit('SIGINT')
    expect([signal.aborted, ends]).toEqual([true, 0])
    at += 1500
    source.emit('SIGINT')
    expect(ends).toBe(1)
  })

  it.each([
    { isBelowNpm: true, does: 'is the end of npm, below npm' },
    { isBelowNpm: false, does: 'is not the end of the shell it was started from in person' },
  ])('$does', async ({ isBelowNpm }) => {
    let parent = 100
    const signal = interruption({ source: new EventEmitter(), parent: () => parent, isBelowNpm })
    await wait(700)
    expect(signal.aborted).toBe(false)
    parent = 1
    await wait(700)
    expect(signal.aborted).toBe(isBelowNpm)
  })
})

describe('the port', () => {
  const occupied = async <T>(run: (port: number) => Promise<T>) => {
    const server = createServer().listen(0)
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    try {
      return await run(port)
    } finally {
      server.close()
    }
  }

  it('is the next free one when nobody asked for it', () =>
    occupied(async (port) => {
      expect(await choosePort({ first: port })).toBeGreaterThan(port)
    }))

  it('is refused when it was asked for and is taken', () =>
    occupied(async (port) => {
      await expect(choosePort({ asked: String(port) })).rejects.toThrow(
        `Port ${port} is taken by another program.`,
      )
    }))

  it.each(['http', '0', '65536', '3000.5', '-1'])('is refused when it is %s', async (asked) => {
    await expect(choosePort({ asked })).rejects.toThrow('set a number from 1 to 65535')
  })
})

describe('the home', () => {
  it.each([
    { uid: 1000, dataDir: undefined, home: '/srv/clone/.data' },
    { uid: undefined, dataDir: undefined, home: '/srv/clone/.data' },
    { uid: 0, dataDir: '/data', home: '/data' },
    { uid: 1000, dataDir: 'there', home: '/srv/clone/there' },
  ])('of uid $uid with DATA_DIR $dataDir is $home', ({ uid, dataDir, home }) => {
    expect(homeOf({ root: '/srv/clone', uid, ...(dataDir ? { dataDir } : {}) })).toBe(home)
  })

  it('of root is its own for every clone, and outside all of them', () => {
    const homes = ['/root/a', '/root/b'].map((clone) => homeOf({ root: clone, uid: 0 }))
    expect(new Set(homes).size).toBe(2)
    for (const home of homes) expect(home).toMatch(/^\/var\/lib\/placewright\/[0-9a-f]{12}$/)
  })
})

describe('settings', () => {
  it('are generated once, for their owner only', () => {
    const first = readSettings({ home: root })
    expect(first).toMatchObject({ created: true })
    expect(first.payloadSecret).toMatch(/^[0-9a-f]{64}$/)
    expect(readSettings({ home: root })).toEqual({ ...first, created: false })
    expect(statSync(inRoot('settings.json')).mode & 0o777).toBe(0o600)
  })

  it.each(['', '{}', '{"payloadSecret":"a"}', '[]'])('are named when damaged: %j', (text) => {
    put('settings.json', text)
    expect(() => readSettings({ home: root })).toThrow('settings.json is damaged')
    expect(readFileSync(inRoot('settings.json'), 'utf8')).toBe(text)
  })
})

describe('the environment of the processes', () => {
  const made = (given: NodeJS.ProcessEnv) =>
    childEnvironment({
      given,
      home: '/home',
      port: 3001,
      databaseUrl: 'postgres://embedded',
      payloadSecret: 'generated',
      isDev: false,
    })

  it('has what the start decides where nothing is set', () => {
    const given: NodeJS.ProcessEnv = { NODE_ENV: 'test', SMTP_URL: 'smtp://mail' }
    expect(made(given)).toMatchObject({
      DATABASE_URL: 'postgres://embedded',
      PAYLOAD_SECRET: 'generated',
      DATA_DIR: '/home',
      PORT: '3001',
      ADMIN_URL: 'http://localhost:3001',
      DEMO: 'on',
      NODE_ENV: 'production',
      SMTP_URL: 'smtp://mail',
    })
  })

  it('keeps what the operator set, and seeds no demo into his own database', () => {
    const given: NodeJS.ProcessEnv = {
      NODE_ENV: 'test',
      DATABASE_URL: 'postgres://own',
      PAYLOAD_SECRET: 'own',
      ADMIN_URL: 'https://admin.example',
    }
    expect(made(given)).toMatchObject({
      PAYLOAD_SECRET: 'own',
      ADMIN_URL: 'https://admin.example',
      DEMO: 'off',
    })
  })
})

describe('the wait for the web server', () => {
  it('lasts until it says that it is well', async () => {
    let asked = 0
    const server = createHttpServer((_, response) => {
      asked += 1
      response.writeHead(asked < 3 ? 503 : 200).end('{}')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    await waitForHealth({ url: `http://127.0.0.1:${port}/api/health`, seconds: 10 })
    expect(asked).toBe(3)
    server.close()
  })

  it('ends with the last answer', async () => {
    const url = 'http://127.0.0.1:4/api/health'
    await expect(waitForHealth({ url, seconds: 0.3 })).rejects.toThrow(
      /was not well after 0.3 seconds: .*ECONNREFUSED/,
    )
  })
})

describe('the logins of the demo', () => {
  const result = {
    logins: [{ role: 'admin', email: 'a@example.com', password: 'p' }],
    links: [{ label: 'Harbour', url: 'http://harbour.localhost:3000' }],
  }

  it('are kept for later starts, for their owner only', () => {
    expect(readDemo({ home: root })).toBeUndefined()
    keepDemo({ home: root, port: 3000, result })
    expect(readDemo({ home: root })).toEqual({ port: 3000, ...result })
    expect(statSync(inRoot('demo-logins.json')).mode & 0o777).toBe(0o600)
  })

  it('are empty when the seed had none to print', () => {
    const none = { logins: [], links: [] }
    expect(seedResult(undefined)).toEqual(none)
    expect(seedResult({ seeded: false })).toEqual(none)
    expect(seedResult({ logins: [{ role: 'admin' }, null], links: 'x' })).toEqual(none)
  })

  it('stand at the end of the start, beside the addresses', () => {
    const text = welcome({
      url: 'http://localhost:3000',
      adminUrl: 'http://localhost:3000',
      home: '/home',
      elapsed: '4.2 s',
      ...result,
    })
    expect(text).toContain('http://localhost:3000/admin')
    expect(text).toContain('http://harbour.localhost:3000')
    expect(text).toContain('admin  a@example.com  p')
  })
})

describe('the flags of the start', () => {
  it('are --dev and --seed-only, and others are refused', () => {
    expect(startFlags([])).toEqual({ isDev: false, isSeedOnly: false })
    expect(startFlags(['--dev', '--seed-only'])).toEqual({ isDev: true, isSeedOnly: true })
    expect(() => startFlags(['--devel'])).toThrow('--dev and --seed-only')
  })
})

describe('steps', () => {
  it('are printed with their time and what they noted', async () => {
    const lines: string[] = []
    let at = 0
    const report = createReport({
      write: (text) => lines.push(text),
      now: () => at,
      isTerminal: false,
    })
    const value = await report.step({
      name: 'build',
      run: async (note) => {
        at = 61_240
        note('built')
        return 5
      },
    })
    const failing = report.step({
      name: 'seed',
      run: async () => {
        throw new Error('no')
      },
    })
    await expect(failing).rejects.toThrow('no')
    expect(value).toBe(5)
    expect(lines).toEqual([
      '  ✓ build            61.2 s   built\n',
      '  ✗ seed              0.0 s\n',
    ])
  })
})

describe('the gates', () => {
  it('all run, whatever fails, and are summed up', async () => {
    const said: string[] = []
    const outcome = await runGates({
      root,
      gates: ['format', 'types', 'lint'].map((name) => ({ name })),
      say: (line) => said.push(line),
      runGate: async ({ gate }) => gate.name !== 'types',
    })
    expect(outcome).toEqual({ passed: 2, failed: 1 })
    expect(said.at(-1)).toBe('\ncheck: 2 passed, 1 failed')
  })

  it('run two at a time, and what takes all cores by itself', async () => {
    const running = new Set<string>()
    const seen: string[] = []
    await runGates({
      root,
      gates: [{ name: 'a', isAlone: true }, { name: 'b' }, { name: 'c' }],
      say: () => undefined,
      runGate: async ({ gate }) => {
        running.add(gate.name)
        seen.push([...running].join(' '))
        await new Promise(setImmediate)
        running.delete(gate.name)
        return true
      },
    })
    expect(seen).toEqual(['b', 'b c', 'a'])
  })

  it('pass by their exit code, and are told whole', async () => {
    put('good.mjs', '')
    put('bad.mjs', 'process.exitCode = 1')
    const gates = ['good', 'bad', 'missing'].map((name) => ({ name, script: `${name}.mjs` }))
    const said: string[] = []
    const outcome = await runGates({ root, gates, say: (line) => said.push(line) })
    expect(outcome).toEqual({ passed: 1, failed: 2 })
    expect(said.join('\n')).toContain('Cannot find module')
  })
})

describe('the count of tests', () => {
  const tally = (files: { status: string; tests: string[] }[], isGreen = true) => {
    const testResults = files.map(({ status, tests }) => ({
      status,
      assertionResults: tests.map((test) => ({ status: test })),
    }))
    put('report.json', JSON.stringify({ testResults }))
    return vitestTally({ path: inRoot('report.json'), isGreen })
  }

  it('takes what was skipped for failed', () => {
    const files = [{ status: 'passed', tests: ['passed', 'passed', 'skipped', 'todo'] }]
    expect(tally(files)).toEqual({ passed: 2, failed: 2 })
  })

  it('counts a file that broke before its first test', () => {
    expect(tally([{ status: 'failed', tests: [] }], false)).toEqual({ passed: 0, failed: 1 })
  })

  it('never calls a red run green', () => {
    const files = [{ status: 'passed', tests: ['passed'] }]
    expect(tally(files, false)).toEqual({ passed: 1, failed: 1 })
    expect(vitestTally({ path: inRoot('none.json'), isGreen: true })).toMatchObject({ failed: 1 })
  })
})
