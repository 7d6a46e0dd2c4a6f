import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorCode, StepFailure } from './failure.mjs'

/**
 * @typedef {object} Settings what is generated once per installation and must not change afterwards
 * @property {string} payloadSecret
 * @property {string} postgresPassword
 */

/**
 * Reads `<home>/settings.json`, or makes it at the first start with mode 0600.
 * Two first starts at once end with the same settings: the file appears whole, and only once.
 * @param {{ home: string }} options
 * @returns {Settings & { created: boolean }}
 * @throws {StepFailure} when the file is damaged
 */
export const readSettings = ({ home }) => {
  const path = join(home, 'settings.json')
  const found = readIfThere(path)
  if (found) return { ...found, created: false }
  const own = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  const settings = {
    payloadSecret: randomBytes(32).toString('hex'),
    postgresPassword: randomBytes(24).toString('hex'),
  }
  writeFileSync(own, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 })
  try {
    linkSync(own, path)
    return { ...settings, created: true }
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    return readSettings({ home })
  } finally {
    unlinkSync(own)
  }
}

/**
 * @param {string} path
 * @returns {Settings | undefined}
 */
const readIfThere = (path) => {
  let text
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
  const settings = parse(text)
  if (settings) return settings
  throw new StepFailure(
    `${path} is damaged: it must hold payloadSecret and postgresPassword. Restore it from a backup; without it the database of this installation cannot be opened.`,
  )
}

/**
 * @param {string} text
 * @returns {Settings | undefined}
 */
const parse = (text) => {
  try {
    const { payloadSecret, postgresPassword } = JSON.parse(text)
    if (typeof payloadSecret !== 'string' || typeof postgresPassword !== 'string') return undefined
    if (!payloadSecret || !postgresPassword) return undefined
    return { payloadSecret, postgresPassword }
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
