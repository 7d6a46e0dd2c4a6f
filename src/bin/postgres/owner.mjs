import { spawnSync } from 'node:child_process'

/**
 * @typedef {{ uid: number, gid: number }} Owner the user that the database server runs as
 */

/**
 * The user for the database server: PostgreSQL refuses to run as root, so root hands it to
 * `postgres`, else to `nobody`. An ordinary user runs it as himself.
 * @returns {Owner | undefined} nothing for an ordinary user
 */
export const serverOwner = () => {
  if (process.getuid?.() !== 0) return undefined
  const owner = userNamed('postgres') ?? userNamed('nobody')
  if (owner) return owner
  throw new Error(
    'PostgreSQL cannot run as root, and this system has no user postgres or nobody. Create one, run as an ordinary user, or set DATABASE_URL.',
  )
}

/** @param {string} name @returns {Owner | undefined} */
const userNamed = (name) => {
  const uid = numberOf({ flag: '-u', name })
  const gid = numberOf({ flag: '-g', name })
  return uid && gid ? { uid, gid } : undefined
}

/** @param {{ flag: string, name: string }} options @returns {number | undefined} */
const numberOf = ({ flag, name }) => {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' })
  return status === 0 ? Number(stdout.trim()) : undefined
}

/**
 * @param {{ directory: string, owner: Owner | undefined }} options
 * @returns {boolean} whether the owner can pass through the directory and all above it
 */
export const canEnter = ({ directory, owner }) =>
  spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', directory], { cwd: '/', ...owner }).status === 0
