import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { buildWeb } from './build.mjs'
import { needsDemoStripe, startDemoStripe } from './demo-stripe.mjs'
import { childEnvironment, loadDotEnv } from './environment.mjs'
import { StepFailure } from './failure.mjs'
import { startFlags } from './flags.mjs'
import { waitForHealth } from './health.mjs'
import { homeOf, makeHome, projectRoot } from './home.mjs'
import { installDependencies } from './install.mjs'
import { endLeftovers, rememberServices } from './leftovers.mjs'
import { lockHolder, takeLock } from './lock.mjs'
import { openDatabase } from './open-database.mjs'
import { choosePort } from './port.mjs'
import { prepareDatabase } from './prepare-database.mjs'
import { nextProgram, typescriptFile, withParent, withPeerAddress } from './programs.mjs'
import { seconds } from './report.mjs'
import { startService, stopInOrder } from './service.mjs'
import { demandFinishedRestore } from './restore-journal.mjs'
import { runToEnd } from './run-to-end.mjs'
import { readSettings } from './settings.mjs'
import { welcome } from './welcome.mjs'

/**
 * `npm start`, `npm run dev` and `npm run seed`: from a fresh clone to a running installation.
 * Ends the process with 0 after a stop that was asked for, and with 1 after a failure.
 * @param {string[]} args
 */
export const runStart = async (args) => runToEnd({ run: (options) => start({ args, ...options }) })

/**
 * @param {{
 *   args: string[],
 *   report: import('./report.mjs').Report,
 *   undo: (() => Promise<void>)[],
 *   signal: AbortSignal,
 * }} options `undo` receives what must be done before the process ends, in the order of making
 */
const start = async ({ args, report, undo, signal }) => {
  const beganAt = performance.now()
  const { isDev, isSeedOnly } = startFlags(args)
  const root = projectRoot
  loadDotEnv({ root })
  const given = { ...process.env }
  const home = homeOf({
    root,
    uid: process.getuid?.(),
    ...(given.DATA_DIR ? { dataDir: given.DATA_DIR } : {}),
  })
  makeHome(home)
  demandFinishedRestore({ home })
  const logFile = (/** @type {string} */ name) => join(home, 'logs', `${name}.log`)

  const lockPath = join(home, 'start.lock')
  const taken = isSeedOnly ? undefined : takeLock({ path: lockPath })
  if (taken && 'holder' in taken) {
    const { pid, url } = taken.holder
    report.say(
      url
        ? `Placewright runs already at ${url} (process ${pid}).`
        : `Placewright is being started already by process ${pid}.`,
    )
    return
  }
  if (taken) undo.push(async () => taken.lock.release())

  report.say('Placewright')
  if (taken) await endLeftovers({ home, report })
  await report.step({
    name: 'dependencies',
    run: async (note) =>
      note(await installDependencies({ root, logFile: logFile('install'), signal })),
  })
  if (!isDev && !isSeedOnly) {
    await report.step({
      name: 'build',
      run: async (note) => note(await buildWeb({ root, logFile: logFile('build'), signal })),
    })
  }
  const database = await report.step({
    name: 'database',
    run: (note) => openDatabase({ given, home, undo, note, keepAdopted: isSeedOnly }),
  })
  const running = isSeedOnly ? lockHolder({ path: lockPath })?.url : undefined
  const port = running
    ? Number(new URL(running).port)
    : await choosePort(given.PORT ? { asked: given.PORT } : {})
  const env = childEnvironment({
    given,
    home,
    port,
    databaseUrl: database.url,
    payloadSecret: readSettings({ home }).payloadSecret,
    isDev,
  })
  const accounts = await prepareDatabase({
    root,
    home,
    port,
    env,
    isForced: isDev || isSeedOnly,
    report,
    signal,
    ...(database.data ? { data: database.data } : {}),
  })
  if (isSeedOnly) {
    for (const { label, url } of accounts.links) report.say(`  ${label}  ${url}`)
    return
  }

  const stripe = needsDemoStripe(env)
    ? await startDemoStripe({ root, home, port, env, logFile: logFile('payment-stand-in'), signal })
    : undefined
  const serviceEnv = { ...env, ...stripe?.settings }
  const web = startService({
    name: 'The web server',
    logFile: logFile('web'),
    command: {
      program: process.execPath,
      args: [
        ...withParent({ root }),
        ...withPeerAddress({ root }),
        nextProgram({ root }),
        isDev ? 'dev' : 'start',
        '-p',
        String(port),
      ],
      cwd: root,
      env: serviceEnv,
    },
  })
  const worker = startService({
    name: 'The worker',
    logFile: logFile('worker'),
    command: {
      program: process.execPath,
      args: [...withParent({ root }), ...typescriptFile({ root, file: 'src/bin/worker.ts' })],
      cwd: root,
      env: serviceEnv,
    },
  })
  const services = [web, worker, ...(stripe ? [stripe.service] : [])]
  rememberServices({ home, services })
  undo.push(() => report.step({ name: 'stopping', run: () => stopInOrder({ services }) }))
  const crash = firstCrash({ services, database })
  await report.step({
    name: 'web and worker',
    run: () =>
      Promise.race([
        crash,
        Promise.all([
          stripe?.ready(),
          waitForHealth({
            url: `http://127.0.0.1:${port}/api/health`,
            seconds: isDev ? 300 : 120,
            signal,
          }),
        ]),
      ]),
  })
  const url = `http://localhost:${port}`
  if (taken) taken.lock.announce({ url })
  report.say(
    welcome({
      url,
      adminUrl: env.ADMIN_URL ?? url,
      home,
      ...accounts,
      elapsed: seconds(performance.now() - beganAt),
    }),
  )
  await Promise.race([crash, aborted(signal)])
}

/**
 * Never resolves; rejects when a service ends by itself or the embedded database is lost.
 * @param {{ services: import('./service.mjs').Service[], database: import('./open-database.mjs').Database }} options
 * @returns {Promise<never>}
 */
const firstCrash = ({ services, database }) =>
  Promise.race([
    ...services.map(async ({ ended }) => {
      throw new StepFailure(await ended)
    }),
    lossOf(database),
  ])

/** @param {import('./open-database.mjs').Database} database @returns {Promise<never>} */
const lossOf = async (database) => {
  for (;;) {
    const loss = database.loss()
    if (loss) throw new StepFailure(loss)
    await wait(2000)
  }
}

/** @param {AbortSignal} signal @returns {Promise<void>} */
const aborted = (signal) =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
