import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'

/** Creates a database, empty or as a copy of another; an old one of that name goes. */
export const createDatabase = async ({
  adminUrl,
  name,
  template,
}: {
  adminUrl: string
  name: string
  template?: string
}): Promise<string> => {
  await onServer({
    adminUrl,
    run: async (client) => {
      await client.query(`drop database if exists "${name}" with (force)`)
      await client.query(`create database "${name}"${template ? ` template "${template}"` : ''}`)
    },
  })
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}

export const dropDatabase = async ({
  adminUrl,
  name,
}: {
  adminUrl: string
  name: string
}): Promise<void> => {
  await onServer({
    adminUrl,
    run: async (client) => {
      await client.query(`drop database if exists "${name}" with (force)`)
    },
  })
}

/** The settings of a test process; nothing of the developer's own environment shines through. */
export const testEnv = ({ databaseUrl }: { databaseUrl: string }) => ({
  DATABASE_URL: databaseUrl,
  PAYLOAD_SECRET: 'a secret of thirty-two characters and more for tests',
  DATA_DIR: mkdtempSync(path.join(tmpdir(), 'placewright-files-')),
  ADMIN_URL: 'http://localhost:3000',
  SITE_URL: 'http://localhost:3000',
  SMTP_URL: '',
  STRIPE_SECRET_KEY: '',
  REPORTS_DATABASE_URL: '',
  PLACEWRIGHT_BUILDING: '',
})

const onServer = async ({
  adminUrl,
  run,
}: {
  adminUrl: string
  run: (client: pg.Client) => Promise<void>
}): Promise<void> => {
  const url = new URL(adminUrl)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await run(client)
  } finally {
    await client.end()
  }
}
