import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startThrowawayPostgres } from '../throwaway-postgres.mjs'
import { buildWeb } from './build.mjs'
import { seedResult } from './demo-logins.mjs'
import { childEnvironment } from './environment.mjs'
import { Interrupted, StepFailure } from './failure.mjs'
import { waitForHealth } from './health.mjs'
import { projectRoot } from './home.mjs'
import { installDependencies } from './install.mjs'
import { interruption } from './interruption.mjs'
import { freePort } from './port.mjs'
import { nextProgram, typescriptFile, withParent, withPeerAddress } from './programs.mjs'
import { createReport } from './report.mjs'
import { lastJsonLine, runOnce } from './run-once.mjs'
import { runVisible } from './run-visible.mjs'
import { startService } from './service.mjs'

const adminEmail = 'bench@agency.example'

/**
 * `npm run bench`: the product's paths through REST against the same work in SQL, on data of its own:
 * in a database server that is thrown away, or in the empty database of DATABASE_URL.
 * @param {string[]} args
 */
export const runBench = async (args) => {
  const scratch = mkdtempSync(join(tmpdir(), 'placewright-bench-'))
  /** @type {(() => Promise<void>)[]} */
  const undo = []
  let code = 1
  try {
    code = (await bench({ args, scratch, undo, signal: interruption() })) ? 0 : 1
  } catch (error) {
    process.stderr.write(`\n${describe(error)}\n`)
  }
  for (const step of undo.reverse()) await step()
  rmSync(scratch, { recursive: true, force: true })
  process.exit(code)
}

/** @param {unknown} error */
const describe = (error) => {
  if (error instanceof StepFailure || error instanceof Interrupted) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/**
 * @param {{
 *   args: string[],
 *   scratch: string,
 *   undo: (() => Promise<void>)[],
 *   signal: AbortSignal,
 * }} options
 * @returns {Promise<boolean>} whether both sides did the same everywhere
 */
const bench = async ({ args, scratch, undo, signal }) => {
  const root = projectRoot
  const { candidates, rounds, json } = benchFlags(args)
  const report = createReport()
  const logFile = (/** @type {string} */ name) => join(scratch, `${name}.log`)
  report.say('Placewright bench')
  await report.step({
    name: 'dependencies',
    run: async (note) =>
      note(await installDependencies({ root, logFile: logFile('install'), signal })),
  })
  await report.step({
    name: 'build',
    run: async (note) => note(await buildWeb({ root, logFile: logFile('build'), signal })),
  })
  const databaseUrl = await report.step({
    name: 'database',
    run: async (note) => await openDatabase({ undo, note }),
  })
  const port = await freePort()
  const env = childEnvironment({
    given: {
      ...process.env,
      ADMIN_URL: '',
      SITE_URL: '',
      SMTP_URL: '',
      STRIPE_SECRET_KEY: '',
      STRIPE_WEBHOOK_SECRET: '',
      DEMO: 'off',
      ADMIN_EMAIL: adminEmail,
    },
    home: scratch,
    port,
    databaseUrl,
    payloadSecret: randomBytes(32).toString('hex'),
    isDev: false,
  })
  const url = `http://localhost:${port}`
  const runFile = (/** @type {'migrate' | 'seed'} */ name) =>
    runOnce({
      name: name === 'migrate' ? 'The migration' : 'The seed',
      command: {
        program: process.execPath,
        args: [...withParent({ root }), ...typescriptFile({ root, file: `src/bin/${name}.ts` })],
        cwd: root,
        env,
      },
      logFile: logFile(name),
      signal,
    })
  await report.step({
    name: 'migrations',
    run: async () => {
      await runFile('migrate')
    },
  })
  const token = await report.step({
    name: 'first admin',
    run: async () => tokenIn(await runFile('seed')),
  })
  const web = startService({
    name: 'The web server',
    logFile: logFile('web'),
    command: {
      program: process.execPath,
      args: [
        ...withParent({ root }),
        ...withPeerAddress({ root }),
        nextProgram({ root }),
        'start',
        '-p',
        String(port),
      ],
      cwd: root,
      env,
    },
  })
  undo.push(web.stop)
  await report.step({
    name: 'web',
    run: async () => {
      const isWell = waitForHealth({ url: `${url}/api/health`, seconds: 120, signal })
      const crash = web.ended.then((how) => {
        throw new StepFailure(how)
      })
      await Promise.race([isWell, crash])
    },
  })
  return await runVisible({
    program: process.execPath,
    args: typescriptFile({ root, file: 'src/bin/bench/measure.ts' }),
    cwd: root,
    env: {
      ...env,
      PLACEWRIGHT_BENCH: JSON.stringify({
        databaseUrl,
        url,
        email: adminEmail,
        token,
        candidates,
        rounds,
        json: resolve(root, json),
        webPid: web.pid ?? null,
      }),
    },
    signal,
  })
}

/**
 * @param {string[]} args
 * @returns {{ candidates: number, rounds: number, json: string }}
 * @throws {StepFailure} for a flag that does not exist or holds no number
 */
const benchFlags = (args) => {
  try {
    const { values } = parseArgs({
      args,
      options: {
        size: { type: 'string', default: 'S' },
        candidates: { type: 'string' },
        rounds: { type: 'string', default: '6' },
        json: { type: 'string', default: 'bench.json' },
      },
    })
    return {
      candidates: values.candidates
        ? wholeNumber({ name: 'candidates', text: values.candidates })
        : candidatesOf(values.size),
      rounds: wholeNumber({ name: 'rounds', text: values.rounds }),
      json: values.json,
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StepFailure(
      `${reason}\nThe flags of this command are --size S, M or L, --candidates, --rounds and --json <file>.`,
    )
  }
}

/** @type {Readonly<Record<string, number>>} */
const sizes = { S: 10_000, M: 100_000, L: 1_000_000 }

/** @param {string} size */
const candidatesOf = (size) => {
  const candidates = sizes[size.toUpperCase()]
  if (candidates) return candidates
  throw new Error(`--size is ${JSON.stringify(size)}; it is S, M or L.`)
}

/** @param {{ name: string, text: string }} options */
const wholeNumber = ({ name, text }) => {
  const number = Number(text)
  if (Number.isInteger(number) && number >= 1) return number
  throw new Error(`--${name} is ${JSON.stringify(text)}; give a whole number.`)
}

/**
 * @param {{ undo: (() => Promise<void>)[], note: (text: string) => void }} options
 * @returns {Promise<string>} the address of an empty database
 */
const openDatabase = async ({ undo, note }) => {
  const given = process.env.DATABASE_URL
  if (given) {
    await demandEmpty({ url: given })
    note('at DATABASE_URL; the data of the bench stays there')
    return given
  }
  // As an installation runs it: a commit waits for the disk.
  const postgres = await startThrowawayPostgres({
    settings: { fsync: 'on', full_page_writes: 'on' },
  })
  undo.push(postgres.stop)
  note('a server of its own, thrown away afterwards')
  return postgres.url
}

/** @param {{ url: string }} options @throws {StepFailure} when somebody's data is there */
const demandEmpty = async ({ url }) => {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(
      `select count(*)::integer as tables from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    if (rows[0]?.tables > 0) {
      throw new StepFailure(
        'The database of DATABASE_URL is not empty. The bench writes thousands of candidates: give it an empty database, or unset DATABASE_URL.',
      )
    }
  } finally {
    await client.end()
  }
}

/**
 * @param {string} printed by the seed
 * @returns {string} the one-time token by which the first admin chooses a password
 */
const tokenIn = (printed) => {
  const [link] = seedResult(lastJsonLine(printed)).links
  const token = link ? new URL(link.url).pathname.split('/').at(-1) : undefined
  if (!token) throw new StepFailure('The seed gave no link for the first admin.')
  return token
}
