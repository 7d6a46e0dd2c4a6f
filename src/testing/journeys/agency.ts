import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import {
  nextProgram,
  typescriptFile,
  withParent,
  withPeerAddress,
} from '../../bin/steps/programs.mjs'
import { startService } from '../../bin/steps/service.mjs'
import { createDatabase, dropDatabase, testEnv } from '../database'
import { startBalancer } from '../peers/balancer'
import { startSmtpPeer, type SmtpPeer } from '../peers/smtp-peer'
import { startStripePeer, type StripePeer } from '../peers/stripe-peer'
import type { DemoLogin, SeededTemplate } from '../seeded-template'

export type Agency = {
  /** Where people come in: the web process, or the balancer in front of several. */
  url: string
  /** Each web process by itself. */
  webs: readonly WebProcess[]
  worker: Service
  databaseUrl: string
  /** The copy that reports are read from, as it was at the start; null when they have none. */
  reportsUrl: string | null
  smtp: SmtpPeer
  stripe: StripePeer
  loginOf: (role: string) => DemoLogin
  /** The last lines of every process, for a failed test. */
  logs: () => string
  stop: () => Promise<void>
}

type Service = ReturnType<typeof startService>

export type WebProcess = { url: string; service: Service }

const root = process.cwd()

/**
 * A running installation: the production build, a worker, a real mail server and a stand-in for
 * Stripe, on a copy of the seeded database.
 */
export const startAgency = async ({
  template,
  webs = 1,
  workers = 1,
  hasReplica = false,
}: {
  template: Omit<SeededTemplate, 'stop'>
  webs?: number
  workers?: number
  hasReplica?: boolean
}): Promise<Agency> => {
  const adminUrl = template.databaseAdminUrl
  const name = `placewright_${randomBytes(6).toString('hex')}`
  const databaseUrl = await createDatabase({ adminUrl, name, template: template.name })
  const replica = `${name}_reports`
  const reportsUrl = hasReplica
    ? await createDatabase({ adminUrl, name: replica, template: template.name })
    : null
  const dataDir = mkdtempSync(path.join(tmpdir(), 'placewright-journey-'))
  cpSync(template.dataDir, dataDir, { recursive: true })
  const ports = await Promise.all(Array.from({ length: webs }, freePort))
  const balancer = webs > 1 ? await startBalancer(ports) : null
  const url = balancer?.url ?? `http://localhost:${ports[0]}`
  const secret = 'whsec_journey_secret'
  const smtp = await startSmtpPeer()
  const stripe = await startStripePeer({ webhookUrl: `${url}/api/webhooks/stripe`, secret })
  const env = {
    ...process.env,
    ...testEnv({ databaseUrl }),
    DATA_DIR: dataDir,
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    ADMIN_URL: url,
    SITE_URL: url,
    DEMO: 'on',
    SMTP_URL: `smtp://${smtp.host}:${smtp.port}`,
    STRIPE_SECRET_KEY: stripe.secretKey,
    STRIPE_WEBHOOK_SECRET: secret,
    STRIPE_API_URL: stripe.url,
    REPORTS_DATABASE_URL: reportsUrl ?? '',
  }
  const logFiles: string[] = []
  const service = ({ label, args, port }: { label: string; args: string[]; port?: number }) => {
    const logFile = path.join(dataDir, `${label}.log`)
    logFiles.push(logFile)
    return startService({
      name: label,
      logFile,
      command: {
        program: process.execPath,
        args: [...withParent({ root }), ...args],
        cwd: root,
        env: { ...env, ...(port ? { PORT: String(port) } : {}) },
      },
    })
  }
  const webServices = ports.map((port) =>
    service({
      label: `web-${port}`,
      args: [...withPeerAddress({ root }), nextProgram({ root }), 'start', '-p', String(port)],
      port,
    }),
  )
  const startWorker = (label: string) =>
    service({ label, args: typescriptFile({ root, file: 'src/bin/worker.ts' }) })
  const worker = startWorker('worker')
  const more = Array.from({ length: workers - 1 }, (_, index) => startWorker(`worker-${index + 2}`))
  const services = [...webServices, worker, ...more]
  const logs = () =>
    logFiles.map((file) => `${file}\n${readFileSync(file, 'utf8').slice(-4_000)}`).join('\n\n')
  const stop = async () => {
    await Promise.all(services.map(async (one) => await one.stop()))
    await Promise.all([smtp.close(), stripe.close(), balancer?.stop()])
    await dropDatabase({ adminUrl, name })
    if (hasReplica) await dropDatabase({ adminUrl, name: replica })
  }
  try {
    await Promise.all(ports.map(async (port) => await healthy(`http://localhost:${port}`)))
  } catch (error) {
    const tail = logs()
    await stop()
    throw new Error(tail, { cause: error })
  }
  return {
    url,
    webs: webServices.map((one, index) => ({
      url: `http://localhost:${ports[index]}`,
      service: one,
    })),
    worker,
    databaseUrl,
    reportsUrl,
    smtp,
    stripe,
    logs,
    stop,
    loginOf: (role) => {
      const login = template.logins.find((one) => one.role === role)
      if (!login) throw new Error(`The demo has no login for ${role}.`)
      return login
    },
  }
}

const healthy = async (url: string): Promise<void> => {
  for (let tries = 0; tries < 1_200; tries += 1) {
    // Refused until the server listens; only the last refusal would tell more than the log does.
    const isUp = await fetch(`${url}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return
    await wait(100)
  }
  throw new Error(`${url} did not come up.`)
}

const freePort = async (): Promise<number> =>
  await new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (typeof address === 'object' && address) resolve(address.port)
        else reject(new Error('No free port.'))
      })
    })
  })

/** Journeys and pictures go through the production build. */
export const demandBuild = (): void => {
  if (!existsSync('.next/BUILD_ID'))
    throw new Error('There is no build: run `npx next build` first.')
}
