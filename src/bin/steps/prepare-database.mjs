import { join } from 'node:path'
import { keepDemo, readDemo, seedResult } from './demo-logins.mjs'
import { typescriptFile, withParent } from './programs.mjs'
import { lastJsonLine, runOnce } from './run-once.mjs'
import { productHash } from './source-hash.mjs'
import { stampAt } from './stamp.mjs'

/**
 * Brings the database to the product's schema and puts in what it needs to begin with. An embedded
 * database that this same product has prepared is left as it is, which spares a second start the
 * time; the stamp lies in its data directory and goes where that goes.
 * @param {{
 *   root: string,
 *   home: string,
 *   port: number,
 *   env: NodeJS.ProcessEnv,
 *   data?: string,
 *   isForced: boolean,
 *   report: import('./report.mjs').Report,
 *   signal?: AbortSignal,
 * }} options `data` is the embedded server's data directory
 * @returns {Promise<import('./demo-logins.mjs').SeedResult>} what there is to log in with
 */
export const prepareDatabase = async ({
  root,
  home,
  port,
  env,
  data,
  isForced,
  report,
  signal,
}) => {
  const isDemo = env.DEMO !== 'off'
  const stamp = data ? stampAt({ path: join(data, 'placewright-prepared') }) : undefined
  // Written when nobody is waiting for the one-time link of this ADMIN_EMAIL any more.
  const claimed = data ? stampAt({ path: join(data, 'placewright-claimed') }) : undefined
  const admin = env.ADMIN_EMAIL ?? ''
  const hash = productHash({ root })
  const isMigrated = !isForced && stamp?.fits(hash) === true
  const kept = readDemo({ home })
  const runFile = (/** @type {'migrate' | 'seed'} */ name) =>
    runOnce({
      name: name === 'migrate' ? 'The migration' : 'The seed',
      command: {
        program: process.execPath,
        args: [...withParent({ root }), ...typescriptFile({ root, file: `src/bin/${name}.ts` })],
        cwd: root,
        // The people of the demo do not exist: nothing that seeding writes may leave the house.
        env: name === 'seed' && isDemo ? { ...env, SMTP_URL: '' } : env,
      },
      logFile: join(home, 'logs', `${name}.log`),
      ...(signal ? { signal } : {}),
    })

  await report.step({
    name: 'migrations',
    run: async (note) => {
      if (isMigrated) return note('up to date')
      stamp?.clear()
      await runFile('migrate')
    },
  })
  return report.step({
    name: 'data',
    run: async (note) => {
      // Links of the demo name the port.
      if (isMigrated && isDemo && kept?.port === port) {
        note('up to date')
        return kept
      }
      if (isMigrated && !isDemo && claimed?.fits(admin)) {
        note('up to date')
        return { logins: [], links: [] }
      }
      const result = seedResult(lastJsonLine(await runFile('seed')))
      stamp?.write(hash)
      if (!isDemo) {
        if (result.links.length === 0) claimed?.write(admin)
        return result
      }
      // Passwords are printed when they are generated, and never again.
      const logins = result.logins.length > 0 ? result.logins : (kept?.logins ?? [])
      const links = result.links.length > 0 ? result.links : (kept?.links ?? [])
      keepDemo({ home, port, result: { logins, links } })
      note(result.logins.length > 0 ? 'demo seeded' : '')
      return { logins, links }
    },
  })
}
