import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {{ role: string, email: string, password: string }} Login
 * @typedef {{ label: string, url: string }} Link
 * @typedef {object} SeedResult what `src/bin/seed.ts` prints
 * @property {Login[]} logins accounts of the demo, with the passwords generated for it
 * @property {Link[]} links pages of the demo, or the one-time link of the first admin
 */

/**
 * @param {Record<string, unknown> | undefined} printed
 * @returns {SeedResult} without what does not have the shape of a login or link
 */
export const seedResult = (printed) => ({
  logins: listOf(printed?.logins).flatMap(({ role, email, password }) =>
    typeof role === 'string' && typeof email === 'string' && typeof password === 'string'
      ? [{ role, email, password }]
      : [],
  ),
  links: listOf(printed?.links).flatMap(({ label, url }) =>
    typeof label === 'string' && typeof url === 'string' ? [{ label, url }] : [],
  ),
})

/**
 * Keeps the demo's logins, so that later starts can show them again (the database has only hashes).
 * @param {{ home: string, port: number, result: SeedResult }} options
 */
export const keepDemo = ({ home, port, result }) =>
  writeFileSync(pathIn(home), `${JSON.stringify({ port, ...result }, null, 2)}\n`, { mode: 0o600 })

/**
 * @param {{ home: string }} options
 * @returns {(SeedResult & { port: number }) | undefined}
 */
export const readDemo = ({ home }) => {
  if (!existsSync(pathIn(home))) return undefined
  const kept = JSON.parse(readFileSync(pathIn(home), 'utf8'))
  return { port: Number(kept.port), ...seedResult(kept) }
}

/** @param {string} home */
const pathIn = (home) => join(home, 'demo-logins.json')

/** @param {unknown} value @returns {Record<string, unknown>[]} */
const listOf = (value) =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : []
