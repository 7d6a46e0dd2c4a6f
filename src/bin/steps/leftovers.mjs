import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { processIdentity } from './process-identity.mjs'
import { signalGroup } from './run-once.mjs'

/**
 * Notes which processes serve, for a start that comes after this one was killed.
 * @param {{ home: string, services: import('./service.mjs').Service[] }} options
 */
export const rememberServices = ({ home, services }) => {
  const entries = services.flatMap(({ name, pid }) => {
    const identity = pid === undefined ? undefined : processIdentity(pid)
    return identity === undefined ? [] : [{ name, pid, identity }]
  })
  writeFileSync(pathIn(home), `${JSON.stringify(entries)}\n`, { mode: 0o600 })
}

/**
 * Waits for the services of a start that was killed: they end by themselves, but may still answer a
 * request or finish a job. What has not ended after the grace is killed.
 * @param {{ home: string, report: import('./report.mjs').Report, graceMilliseconds?: number }} options
 */
export const endLeftovers = async ({ home, report, graceMilliseconds = 25_000 }) => {
  const left = readRemembered(home).filter(isSame)
  if (left.length > 0) {
    await report.step({
      name: 'leftovers',
      run: async (note) => {
        note('of a start that was killed')
        const deadline = Date.now() + graceMilliseconds
        for (const { pid } of left) process.kill(pid, 'SIGTERM')
        while (left.some(isSame) && Date.now() < deadline) await wait(100)
        for (const { pid } of left.filter(isSame)) signalGroup({ pid, signal: 'SIGKILL' })
      },
    })
  }
  rmSync(pathIn(home), { force: true })
}

/**
 * @typedef {{ pid: number, identity: string }} Remembered
 * @param {Remembered} entry
 */
const isSame = ({ pid, identity }) => processIdentity(pid) === identity

/** @param {string} home @returns {Remembered[]} */
const readRemembered = (home) =>
  existsSync(pathIn(home)) ? JSON.parse(readFileSync(pathIn(home), 'utf8')) : []

/** @param {string} home */
const pathIn = (home) => join(home, 'services.json')
