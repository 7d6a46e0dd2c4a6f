import type { Logger } from 'pino'

import { withoutPersonalData } from '../domain/without-personal-data'

const levels = { error: 'error', warn: 'warn', info: 'info', log: 'info', debug: 'debug' } as const

/**
 * Next speaks to the console, and tells there of a failed page with everything the error holds. From
 * here on these words, too, are lines of the log.
 */
export const consoleToLog = ({ logger }: { logger: Logger }): void => {
  const target: object = globalThis.console
  for (const [method, level] of Object.entries(levels))
    Reflect.set(target, method, (...args: unknown[]) => {
      const error = args.find((arg) => arg instanceof Error)
      const words = args
        .filter((arg) => typeof arg === 'string')
        .join(' ')
        .replaceAll(ansi, '')
        .trim()
      if (error) logger[level]({ err: error, msg: words || 'Next reported an error' })
      else if (words) logger[level]({ msg: withoutPersonalData(words) })
    })
}

const ansi = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')
