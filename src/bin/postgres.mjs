import { chownSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findBinaries } from './postgres/binaries.mjs'
import { databaseName, ensureDataDirectory } from './postgres/data-directory.mjs'
import { canEnter, serverOwner } from './postgres/owner.mjs'
import { clearForeignPidFile, runningPostmaster } from './postgres/postmaster.mjs'
import { runBinary } from './postgres/run-binary.mjs'
import { StepFailure } from './steps/failure.mjs'
import { makeHome, sharedHomeOf } from './steps/home.mjs'
import { logTail } from './steps/log-file.mjs'
import { freePort } from './steps/port.mjs'
import { readSettings } from './steps/settings.mjs'

/**
 * @typedef {object} Postgres
 * @property {string} url of the application's database, as superuser
 * @property {number} port on 127.0.0.1
 * @property {boolean} adopted whether it was running already
 * @property {string} data the data directory
 * @property {string} logFile
 * @property {() => boolean} isRunning
 * @property {() => Promise<void>} stop ends the server, adopted or not
 */

/** For two cores and a few gigabytes; a server of one's own behind DATABASE_URL is tuned by its owner. */
const serverSettings = {
  shared_buffers: '256MB',
  max_connections: '120',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '1GB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

/**
 * Runs the embedded PostgreSQL of an installation, or adopts the one that runs already (beside
 * this process, or left by one that was killed). It listens on a free port of 127.0.0.1 only, and
 * asks for the password in `<home>/settings.json`.
 * @param {{
 *   home: string,
 *   log?: (line: string) => void,
 *   settings?: Record<string, string>,
 * }} options `settings` are server parameters beside or instead of the usual ones; they hold for a
 *   server started here, not for an adopted one
 * @returns {Promise<Postgres>}
 * @throws {StepFailure} with the server's last words, when it does not start
 */
export const startPostgres = async ({ home, log = () => undefined, settings = {} }) => {
  makeHome(home)
  const owner = serverOwner()
  const base = baseOf({ home, owner })
  const cluster = join(base, 'postgres')
  const secrets = readSettings({ home })
  if (secrets.created && existsSync(join(cluster, 'data'))) {
    throw new StepFailure(
      `${join(cluster, 'data')} holds a database, but ${join(home, 'settings.json')} with its password was lost and has been made anew. Put the old file back from a backup, or move the database away to begin with an empty one.`,
    )
  }
  makeCluster({ cluster, owner })
  const native = findBinaries({ base, owner, log })
  const password = secrets.postgresPassword
  const data = await ensureDataDirectory({ cluster, native, owner, password, log })
  const logFile = join(cluster, 'server.log')
  const server = { native, data, owner, cluster, logFile }
  const { port, adopted } = await adoptOrStart({ server, log, settings })
  return {
    url: `postgres://${databaseName}:${password}@127.0.0.1:${port}/${databaseName}`,
    port,
    adopted,
    data,
    logFile,
    isRunning: () => runningPostmaster({ data }) !== undefined,
    stop: () => stopServer({ server }),
  }
}

/**
 * @typedef {object} Server
 * @property {string} native
 * @property {string} data
 * @property {import('./postgres/owner.mjs').Owner | undefined} owner
 * @property {string} cluster
 * @property {string} logFile
 */

/**
 * The server's owner may be unable to enter the home (root chose one in his own directory).
 * @param {{ home: string, owner: import('./postgres/owner.mjs').Owner | undefined }} options
 */
const baseOf = ({ home, owner }) => {
  if (canEnter({ directory: home, owner })) return home
  const base = sharedHomeOf(home)
  makeHome(base)
  return base
}

/** @param {{ cluster: string, owner: import('./postgres/owner.mjs').Owner | undefined }} options */
const makeCluster = ({ cluster, owner }) => {
  mkdirSync(cluster, { recursive: true, mode: 0o700 })
  if (owner) chownSync(cluster, owner.uid, owner.gid)
}

/**
 * @param {{ server: Server, log: (line: string) => void, settings: Record<string, string> }} options
 * @returns {Promise<{ port: number, adopted: boolean }>}
 */
const adoptOrStart = async ({ server, log, settings }) => {
  const deadline = Date.now() + 60_000
  for (;;) {
    const running = runningPostmaster(server)
    if (running?.ready) return { port: running.port, adopted: true }
    if (!running) {
      if (clearForeignPidFile(server)) log('removed a stale pid file')
      const port = await freePort()
      const from = statSync(server.logFile, { throwIfNoEntry: false })?.size ?? 0
      const outcome = await startServer({ server, port, settings })
      if (outcome.code === 0) return { port, adopted: false }
      const words = logTail({ path: server.logFile, from }) || outcome.output
      if (!runningPostmaster(server) && !isPassing(words)) {
        throw new StepFailure(`PostgreSQL did not start.\n${words}`)
      }
    }
    if (Date.now() > deadline) {
      throw new StepFailure(
        `PostgreSQL did not start within a minute.\n${logTail({ path: server.logFile })}`,
      )
    }
    await wait(100)
  }
}

/**
 * What passes by itself: processes of a killed server that are still on their way out, a start
 * beside this one, a port taken since it was found free.
 * @param {string} words
 */
const isPassing = (words) =>
  [
    'pre-existing shared memory block',
    'postmaster.pid" already exists',
    'could not bind',
    'could not create any TCP/IP sockets',
  ].some((sign) => words.includes(sign))

/** @param {{ server: Server, port: number, settings: Record<string, string> }} options */
const startServer = ({ server, port, settings }) => {
  const parameters = Object.entries({ ...serverSettings, ...settings })
  const args = [
    `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`,
    ...parameters.map(([name, value]) => `-c ${name}=${value}`),
  ].join(' ')
  return runBinary({
    native: server.native,
    program: 'pg_ctl',
    owner: server.owner,
    cwd: server.cluster,
    args: ['start', '-D', server.data, '-w', '-t', '60', '-l', server.logFile, '-o', args],
  })
}

/** @param {{ server: Server }} options */
const stopServer = async ({ server }) => {
  for (const mode of ['fast', 'immediate']) {
    if (!runningPostmaster(server)) return
    await runBinary({
      native: server.native,
      program: 'pg_ctl',
      owner: server.owner,
      cwd: server.cluster,
      args: ['stop', '-D', server.data, '-w', '-t', '15', '-m', mode],
    })
  }
  if (runningPostmaster(server)) {
    throw new StepFailure(`PostgreSQL did not stop; its log is ${server.logFile}.`)
  }
}
