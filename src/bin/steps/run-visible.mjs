import { spawn } from 'node:child_process'
import { Interrupted } from './failure.mjs'
import { signalGroup } from './run-once.mjs'

/**
 * Runs a command to its end with its output on this terminal, or given to `hear`.
 * @param {import('./run-once.mjs').Command & {
 *   signal?: AbortSignal,
 *   hear?: (text: string) => void,
 * }} options
 * @returns {Promise<boolean>} whether it ended with exit code 0
 * @throws {Interrupted} when the signal stopped it
 */
export const runVisible = ({ program, args, cwd, env, signal, hear }) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new Interrupted())
      return
    }
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', hear ? 'pipe' : 'inherit', hear ? 'pipe' : 'inherit'],
      detached: true,
    })
    for (const output of [child.stdout, child.stderr])
      output?.setEncoding('utf8').on('data', (text) => hear?.(text))
    const { pid } = child
    const interrupt = () => {
      if (pid === undefined) return
      signalGroup({ pid, signal: 'SIGTERM' })
      setTimeout(() => signalGroup({ pid, signal: 'SIGKILL' }), 10_000).unref()
    }
    signal?.addEventListener('abort', interrupt)
    child.once('error', reject)
    // Browsers and servers that a test has left behind must not outlive it.
    child.once('exit', () => {
      if (pid !== undefined) signalGroup({ pid, signal: 'SIGKILL' })
    })
    // By then all of its output has arrived.
    child.once('close', (code) => {
      signal?.removeEventListener('abort', interrupt)
      if (signal?.aborted) reject(new Interrupted())
      else resolve(code === 0)
    })
  })
