import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Interrupted } from './failure.mjs'
import { takeLock } from './lock.mjs'
import { nextProgram, withParent } from './programs.mjs'
import { runOnce } from './run-once.mjs'
import { buildHash } from './source-hash.mjs'
import { stampAt } from './stamp.mjs'

/**
 * Builds the web application when its sources have changed since the last build. Two builds of one
 * clone wait for each other; the second finds the work done.
 * @param {{
 *   root: string,
 *   logFile: string,
 *   signal?: AbortSignal,
 *   command?: import('./run-once.mjs').Command,
 * }} options
 * @returns {Promise<'built' | 'up to date'>}
 */
export const buildWeb = async ({ root, logFile, signal, command = buildCommand({ root }) }) => {
  const stamp = stampAt({ path: join(root, '.next/placewright-stamp') })
  if (stamp.fits(buildHash({ root }))) return 'up to date'
  const lock = await waitForLock({
    path: join(root, 'node_modules/.placewright-build.lock'),
    ...(signal ? { signal } : {}),
  })
  try {
    const hash = buildHash({ root })
    if (stamp.fits(hash)) return 'up to date'
    stamp.clear()
    await runOnce({ name: 'The build', command, logFile, ...(signal ? { signal } : {}) })
    stamp.write(hash)
    return 'built'
  } finally {
    lock.release()
  }
}

/** @param {{ path: string, signal?: AbortSignal }} options */
const waitForLock = async ({ path, signal }) => {
  for (;;) {
    const taken = takeLock({ path })
    if ('lock' in taken) return taken.lock
    if (signal?.aborted) throw new Interrupted()
    await wait(200)
  }
}

/**
 * The build gets neither database nor secret: what it makes serves any installation.
 * @param {{ root: string }} options
 * @returns {import('./run-once.mjs').Command}
 */
const buildCommand = ({ root }) => ({
  program: process.execPath,
  args: [...withParent({ root }), nextProgram({ root }), 'build'],
  cwd: root,
  env: {
    ...process.env,
    DATABASE_URL: undefined,
    DATABASE_DIRECT_URL: undefined,
    REPORTS_DATABASE_URL: undefined,
    PAYLOAD_SECRET: undefined,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  },
})
