import { pino, type Logger } from 'pino'

import { withoutPersonalData } from '../domain/without-personal-data'
import { processWide } from '../registry/process-wide'
import { currentRequestId } from './request-scope'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/**
 * The logger of a process: a line of JSON each, with the request it belongs to and nothing about
 * people. It writes to stderr, because on stdout a program answers whoever called it.
 */
export const productLogger = ({
  level,
  write = (line) => process.stderr.write(line),
}: {
  level: LogLevel
  /** Where a line goes, for tests. */
  write?: (line: string) => void
}): Logger =>
  pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }), log: cleanFields },
      serializers: { err: errorFacts, error: errorFacts },
      mixin: () => {
        const requestId = currentRequestId()
        return requestId ? { requestId } : {}
      },
      hooks: {
        logMethod([first, message, ...more]: unknown[], method) {
          const text = typeof message === 'string' ? withoutPersonalData(message) : undefined
          method.apply(this, [withMessage(first), text, ...more.map(cleanText)])
        },
      },
    },
    { write },
  )

/** One logger per process, whoever asks first. */
export const processLogger = ({ level }: { level: LogLevel }): Logger =>
  processWide({ name: 'logger', make: () => productLogger({ level }) })

/** pino takes the message of an error over as it is, unless there is one already. */
const withMessage = (given: unknown): object | string => {
  if (given instanceof Error) return { err: given, msg: withoutPersonalData(given.message) }
  if (typeof given !== 'object' || given === null) return withoutPersonalData(String(given))
  if (Reflect.has(given, 'msg')) return given
  const error: unknown = Reflect.get(given, 'err')
  return error instanceof Error ? { ...given, msg: withoutPersonalData(error.message) } : given
}

const cleanText = (value: unknown): unknown =>
  typeof value === 'string' ? withoutPersonalData(value) : value

const mostDepth = 4

const cleanFields = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value instanceof Error && name !== 'err' && name !== 'error'
        ? errorFacts(value)
        : cleanValue({ value, depth: 0 }),
    ]),
  )

const cleanValue = ({ value, depth }: { value: unknown; depth: number }): unknown => {
  if (typeof value === 'string') return withoutPersonalData(value)
  if (typeof value !== 'object' || value === null || value instanceof Error) return value
  if (depth >= mostDepth) return '[left out]'
  if (Array.isArray(value))
    return value.slice(0, 20).map((item: unknown) => cleanValue({ value: item, depth: depth + 1 }))
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, 40)
      .map(([name, inner]: [string, unknown]) => [
        name,
        cleanValue({ value: inner, depth: depth + 1 }),
      ]),
  )
}

/** What an error says that finds the fault: where, of which kind, about which part of the schema. */
const errorFacts = (error: unknown, depth = 0): unknown => {
  if (!(error instanceof Error)) return cleanValue({ value: error, depth: 0 })
  const facts: Record<string, unknown> = {
    type: error.name,
    message: withoutPersonalData(error.message),
    // Its first lines repeat the message.
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 20)
      .join('\n'),
  }
  for (const name of telling) {
    const value: unknown = Reflect.get(error, name)
    if (typeof value === 'string') facts[name] = withoutPersonalData(value)
    else if (typeof value === 'number') facts[name] = value
  }
  if (error.cause !== undefined && depth < mostDepth)
    facts.cause = errorFacts(error.cause, depth + 1)
  return facts
}

/** `detail`, `where` and `data` of errors hold rows and input, and are not among these. */
const telling = ['code', 'status', 'severity', 'schema', 'table', 'column', 'constraint', 'syscall']
