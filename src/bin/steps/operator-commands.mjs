import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { childEnvironment, loadDotEnv } from './environment.mjs'
import { StepFailure } from './failure.mjs'
import { homeOf, makeHome, projectRoot } from './home.mjs'
import { lockHolder } from './lock.mjs'
import { openDatabase } from './open-database.mjs'
import { typescriptFile, withParent } from './programs.mjs'
import { demandFinishedRestore } from './restore-journal.mjs'
import { lastJsonLine, runOnce } from './run-once.mjs'
import { runToEnd } from './run-to-end.mjs'
import { readSettings } from './settings.mjs'
import { stampAt } from './stamp.mjs'

/** @param {string[]} args of `npm run backup` */
export const runBackup = async (args) =>
  runToEnd({
    interruptedCode: 130,
    run: async (options) => {
      const { file } = archiveFlags({ args, command: 'backup', known: [] })
      const installation = await openInstallation({ ...options, demandFinished: true })
      const said = await options.report.step({
        name: 'backup',
        run: () => installation.runFile({ name: 'backup', args: [file] }),
      })
      tell({ report: options.report, said })
    },
  })

/** @param {string[]} args of `npm run demo:remove` */
export const runDemoRemove = async (args) =>
  runToEnd({
    interruptedCode: 130,
    run: async (options) => {
      if (args.length > 0) throw new StepFailure('Usage: npm run demo:remove')
      const installation = await openInstallation({ ...options, demandFinished: true })
      const running = lockHolder({ path: join(installation.home, 'start.lock') })
      if (running)
        throw new StepFailure(
          `Placewright runs${running.url ? ` at ${running.url}` : ''} (process ${running.pid}). Stop it, then remove the demo.`,
        )
      const said = await options.report.step({
        name: 'removal',
        run: () => installation.runFile({ name: 'demo-remove', args: [] }),
      })
      tell({ report: options.report, said })
    },
  })

/** @param {string[]} args of `npm run verify-audit` */
export const runVerifyAudit = async (args) =>
  runToEnd({
    interruptedCode: 130,
    run: async (options) => {
      if (args.length > 0) throw new StepFailure('Usage: npm run verify-audit')
      const installation = await openInstallation({ ...options, demandFinished: true })
      const said = await options.report.step({
        name: 'audit',
        run: () => installation.runFile({ name: 'verify-audit', args: [] }),
      })
      tell({ report: options.report, said })
      if (said?.problems !== 0)
        throw new StepFailure('The audit is not what it was when it was sealed.')
    },
  })

/** @param {string[]} args of `npm run re-erase` */
export const runReErase = async (args) =>
  runToEnd({
    interruptedCode: 130,
    run: async (options) => {
      if (args.length > 0) throw new StepFailure('Usage: npm run re-erase')
      const installation = await openInstallation({ ...options, demandFinished: true })
      const said = await options.report.step({
        name: 'erasures',
        run: () => installation.runFile({ name: 're-erase', args: [] }),
      })
      tell({ report: options.report, said })
    },
  })

/** @param {string[]} args of `npm run restore` */
export const runRestore = async (args) =>
  runToEnd({
    interruptedCode: 130,
    run: async (options) => {
      const { report } = options
      const { file, flags } = archiveFlags({ args, command: 'restore', known: ['replace'] })
      const installation = await openInstallation({ ...options, demandFinished: false })
      const running = lockHolder({ path: join(installation.home, 'start.lock') })
      if (running)
        throw new StepFailure(
          `Placewright runs${running.url ? ` at ${running.url}` : ''} (process ${running.pid}). Stop it, then restore.`,
        )
      await report.step({
        name: 'archive',
        run: async (note) => {
          const said = await installation.runFile({ name: 'verify-backup', args: [file] })
          note(linesOf(said)[0] ?? '')
        },
      })
      await report.step({
        name: 'migrations',
        run: () => installation.runFile({ name: 'migrate', args: ['--restoring'] }),
      })
      const said = await report.step({
        name: 'restore',
        run: () => installation.runFile({ name: 'restore', args: [file, ...flags] }),
      })
      // The next start brings the restored database to what it expects.
      if (installation.data)
        stampAt({ path: join(installation.data, 'placewright-prepared') }).clear()
      tell({ report, said })
    },
  })

/**
 * @param {{ args: string[], command: string, known: string[] }} options
 * @returns {{ file: string, flags: string[] }} the archive's absolute path, and the flags as given
 */
const archiveFlags = ({ args, command, known }) => {
  const usage = `Usage: npm run ${command} -- FILE${known.map((flag) => ` [--${flag}]`).join('')}`
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: Object.fromEntries(
        known.map((flag) => [flag, { type: /** @type {const} */ ('boolean') }]),
      ),
    })
    const [file, ...more] = positionals
    if (!file || more.length > 0) throw new StepFailure(usage)
    return {
      // npm changes to the folder of the project, and says where it was called.
      file: resolve(process.env.INIT_CWD ?? process.cwd(), file),
      flags: Object.keys(values).map((flag) => `--${flag}`),
    }
  } catch (error) {
    if (error instanceof StepFailure) throw error
    throw new StepFailure(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

/**
 * Finds the installation of this clone as `npm start` does, and opens its database.
 * @param {{
 *   report: import('./report.mjs').Report,
 *   undo: (() => Promise<void>)[],
 *   signal: AbortSignal,
 *   demandFinished: boolean,
 * }} options
 */
const openInstallation = async ({ report, undo, signal, demandFinished }) => {
  const root = projectRoot
  loadDotEnv({ root })
  const given = { ...process.env }
  const home = homeOf({
    root,
    uid: process.getuid?.(),
    ...(given.DATA_DIR ? { dataDir: given.DATA_DIR } : {}),
  })
  makeHome(home)
  if (demandFinished) demandFinishedRestore({ home })
  const database = await report.step({
    name: 'database',
    run: (note) => openDatabase({ given, home, undo, note, keepAdopted: true }),
  })
  const env = childEnvironment({
    given,
    home,
    port: Number(given.PORT || 3000),
    databaseUrl: database.url,
    payloadSecret: readSettings({ home }).payloadSecret,
    isDev: false,
  })
  return {
    home,
    data: database.data,
    /** @param {{ name: keyof typeof titles, args: string[] }} program */
    runFile: async ({ name, args }) =>
      lastJsonLine(
        await runOnce({
          name: titles[name],
          command: {
            program: process.execPath,
            args: [
              ...withParent({ root }),
              ...typescriptFile({ root, file: `src/bin/${name}.ts` }),
              ...args,
            ],
            cwd: root,
            env,
          },
          logFile: join(home, 'logs', `${name}.log`),
          signal,
        }),
      ),
  }
}

const titles = {
  backup: 'The backup',
  'demo-remove': 'The removal of the demo',
  migrate: 'The migration',
  're-erase': 'The erasure',
  restore: 'The restore',
  'verify-audit': 'The check of the audit',
  'verify-backup': 'The check of the archive',
}

/** @param {{ report: import('./report.mjs').Report, said: Record<string, unknown> | undefined }} options */
const tell = ({ report, said }) => {
  report.say('')
  for (const line of linesOf(said)) report.say(`  ${line}`)
}

/** @param {Record<string, unknown> | undefined} said @returns {string[]} */
const linesOf = (said) => (Array.isArray(said?.lines) ? said.lines : [])
