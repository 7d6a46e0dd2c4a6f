import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { runningPostmaster } from './postgres/postmaster.mjs'
import { startPostgres } from './postgres.mjs'
import { errorCode } from './steps/failure.mjs'
import { isAlive, startedAt } from './steps/process-identity.mjs'

const prefix = 'placewright-throwaway-'

/**
 * Runs a database server for tests in a temporary directory, and removes what earlier ones left
 * whose process was killed. It does not wait for the disk: its data need not survive the machine.
 * @param {{ log?: (line: string) => void, settings?: Record<string, string> }} [options]
 * @returns {Promise<import('./postgres.mjs').Postgres & { home: string }>} `stop` removes it too
 */
export const startThrowawayPostgres = async ({ log = () => undefined, settings = {} } = {}) => {
  await sweepThrowaways()
  const home = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-${startedAt(process.pid)}-`))
  try {
    const postgres = await startPostgres({
      home,
      log,
      settings: { fsync: 'off', full_page_writes: 'off', ...settings },
    })
    return {
      ...postgres,
      home,
      stop: async () => {
        await postgres.stop()
        for (const path of [dirname(postgres.data), home]) {
          rmSync(path, { recursive: true, force: true })
        }
      },
    }
  } catch (error) {
    rmSync(home, { recursive: true, force: true })
    throw error
  }
}

const sweepThrowaways = async () => {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const [pid, start] = name.slice(prefix.length).split('-')
    if (startedAt(Number(pid)) === start) continue
    await removeThrowaway({ home: join(tmpdir(), name) })
  }
}

/** @param {{ home: string }} options */
const removeThrowaway = async ({ home }) => {
  try {
    const server = runningPostmaster({ data: join(home, 'postgres', 'data') })
    if (server) {
      process.kill(server.pid, 'SIGQUIT')
      for (let tries = 0; tries < 100 && isAlive(server.pid); tries++) await wait(50)
    }
    rmSync(home, { recursive: true, force: true })
  } catch (error) {
    // It belongs to another user of this machine, whose next run removes it.
    if (!['EACCES', 'EPERM'].includes(errorCode(error) ?? '')) throw error
  }
}
