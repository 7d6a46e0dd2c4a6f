import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'

import { testEnv } from '../database'
import { typescriptFile } from '../../bin/steps/programs.mjs'

/** A process of this folder with the product in it; `messages` is what it said. */
export type Child = { process: ChildProcess; pid: number; messages: unknown[] }

export const startChild = async ({
  file,
  databaseUrl,
  env = {},
}: {
  file: 'worker-child.ts' | 'writer-child.ts'
  databaseUrl: string
  env?: Record<string, string>
}): Promise<Child> => {
  const child = spawn(process.execPath, typescriptFile({ root: import.meta.dirname, file }), {
    env: { ...process.env, ...testEnv({ databaseUrl }), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const words: string[] = []
  child.stdout?.on('data', (chunk: Buffer) => words.push(chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => words.push(chunk.toString()))
  const messages: unknown[] = []
  const first = new Promise<void>((resolve, reject) => {
    child.on('message', (message) => {
      messages.push(message)
      resolve()
    })
    // By now everything it said has arrived too.
    child.once('close', (code) => {
      reject(new Error(`${file} ended with ${code}:\n${words.join('').slice(-4_000)}`))
    })
  })
  await first
  if (child.pid === undefined) throw new Error(`${file} has no process id.`)
  return { process: child, pid: child.pid, messages }
}

/** Ends children, however they are: standing still, dead already, or at work. */
export const endChildren = async (children: readonly Child[]): Promise<void> => {
  await Promise.all(
    children.map(async ({ process: child }) => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    }),
  )
}

/** Waits until a condition holds; fails with its description after the limit. */
export const until = async ({
  what,
  is,
  limitMs = 30_000,
  everyMs = 100,
}: {
  what: string
  is: () => Promise<boolean> | boolean
  limitMs?: number
  everyMs?: number
}): Promise<void> => {
  const deadline = Date.now() + limitMs
  while (!(await is())) {
    if (Date.now() > deadline) throw new Error(`After ${limitMs} ms still not: ${what}`)
    await wait(everyMs)
  }
}
