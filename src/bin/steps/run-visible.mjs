import { spawn } from 'node:child_process'
import { Interrupted } from './failure.mjs'
import { signalGroup } from './run-once.mjs'

/**
 * Runs a command to its end with its output on this terminal.
 * @param {import('./run-once.mjs').Command & { signal?: AbortSignal }} options
 * @returns {Promise<boolean>} whether it ended with exit code 0
 * @throws {Interrupted} when the signal stopped it
 */
export const runVisible = ({ program, args, cwd, env, signal }) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new Interrupted())
      return
    }
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    })
    const { pid } = child
    const interrupt = () => {
      if (pid === undefined) return
      signalGroup({ pid, signal: 'SIGTERM' })
      setTimeout(() => signalGroup({ pid, signal: 'SIGKILL' }), 10_000).unref()
    }
    signal?.addEventListener('abort', interrupt)
    child.once('error', reject)
    child.once('exit', (code) => {
      signal?.removeEventListener('abort', interrupt)
      // Browsers and servers that a test has left behind must not outlive it.
      if (pid !== undefined) signalGroup({ pid, signal: 'SIGKILL' })
      if (signal?.aborted) reject(new Interrupted())
      else resolve(code === 0)
    })
  })
