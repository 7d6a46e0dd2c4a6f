import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { errorCode, StepFailure } from '../steps/failure.mjs'
import { startedAt } from '../steps/process-identity.mjs'
import { runBinary } from './run-binary.mjs'

/** The superuser of the embedded server and the database of the application. */
export const databaseName = 'placewright'

/**
 * Makes the data directory unless it exists: initialised beside and renamed, so that it is whole or
 * absent, however the first start ended, and once, however many first starts there are.
 * UTF-8, the builtin C.UTF-8 collation (the same order on every system), passwords by SCRAM.
 * @param {{
 *   cluster: string,
 *   native: string,
 *   owner: import('./owner.mjs').Owner | undefined,
 *   password: string,
 *   log: (line: string) => void,
 * }} options
 * @returns {Promise<string>} the data directory
 * @throws {StepFailure} when initdb fails, or the directory is of another major version
 */
export const ensureDataDirectory = async ({ cluster, native, owner, password, log }) => {
  const data = join(cluster, 'data')
  if (existsSync(join(data, 'PG_VERSION'))) {
    await demandSameMajor({ data, native, owner, cluster })
    return data
  }
  sweepAbandoned(cluster)
  log('creating the database')
  const incoming = join(
    cluster,
    `incoming-${process.pid}-${startedAt(process.pid)}-${randomBytes(4).toString('hex')}`,
  )
  try {
    await initialise({ incoming, cluster, native, owner, password })
    renameSync(join(incoming, 'data'), data)
  } catch (error) {
    // Another first start was faster; its directory has the same password.
    if (!['EEXIST', 'ENOTEMPTY'].includes(errorCode(error) ?? '')) throw error
  } finally {
    rmSync(incoming, { recursive: true, force: true })
  }
  return data
}

/**
 * @param {{
 *   incoming: string,
 *   cluster: string,
 *   native: string,
 *   owner: import('./owner.mjs').Owner | undefined,
 *   password: string,
 * }} options
 */
const initialise = async ({ incoming, cluster, native, owner, password }) => {
  mkdirSync(incoming, { mode: 0o700 })
  const passwordFile = join(incoming, 'password')
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (owner) for (const path of [incoming, passwordFile]) chownSync(path, owner.uid, owner.gid)
  const data = join(incoming, 'data')
  const made = await runBinary({
    native,
    program: 'initdb',
    owner,
    cwd: cluster,
    args: [
      '-D',
      data,
      '-U',
      databaseName,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-instructions',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
  })
  if (made.code !== 0) throw new StepFailure(`The database could not be created:\n${made.output}`)
  const created = await runBinary({
    native,
    program: 'postgres',
    owner,
    cwd: cluster,
    args: ['--single', '-D', data, 'postgres'],
    input: `CREATE DATABASE ${databaseName};\n`,
  })
  // In single-user mode a failed statement does not change the exit code.
  if (created.code !== 0 || /\b(ERROR|FATAL|PANIC):/.test(created.output)) {
    throw new StepFailure(`The database could not be created:\n${created.output}`)
  }
}

/**
 * @param {{ data: string, cluster: string, native: string, owner: import('./owner.mjs').Owner | undefined }} options
 */
const demandSameMajor = async ({ data, cluster, native, owner }) => {
  const major = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  const { output } = await runBinary({
    native,
    program: 'postgres',
    owner,
    cwd: cluster,
    args: ['--version'],
  })
  if (output.includes(`(PostgreSQL) ${major}.`)) return
  throw new StepFailure(
    `The database in ${data} was made by PostgreSQL ${major}, and the installed one is ${output}. Back it up with the version of Placewright that made it, and restore it here.`,
  )
}

/**
 * Removes what a first start left that was killed while it initialised.
 * @param {string} cluster
 */
const sweepAbandoned = (cluster) => {
  for (const name of readdirSync(cluster)) {
    const [, pid, start] = /^incoming-(\d+)-(\w+)-[0-9a-f]+$/.exec(name) ?? []
    if (pid === undefined || startedAt(Number(pid)) === start) continue
    rmSync(join(cluster, name), { recursive: true, force: true })
  }
}
