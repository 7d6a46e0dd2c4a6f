import type { AfterErrorHook } from 'payload'

/**
 * A constraint of the database as a refusal that a person understands. Payload calls it for every
 * error of a REST call; whatever else failed stays as it is. Codes: Postgres, appendix A, class 23.
 */
export const translateDatabaseErrors: AfterErrorHook = ({ error }) => {
  const code = sqlStateOf(error)
  const message = code ? messageOf(code) : null
  if (!message) return undefined
  return {
    response: { errors: [{ name: 'DatabaseRefusal', message, data: { code } }] },
    status: 409,
  }
}

/** The SQLSTATE of an error, however many layers have wrapped it. */
export const sqlStateOf = (error: unknown): string | null => {
  for (let layer = error, depth = 0; isObject(layer) && depth < 8; depth += 1) {
    const code: unknown = Reflect.get(layer, 'code')
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code
    layer = Reflect.get(layer, 'cause')
  }
  return null
}

const messageOf = (code: string): string | null => {
  switch (code) {
    case '23505':
    case '23P01':
      return 'There is already such a record.'
    case '23503':
      return 'Another record depends on this one, or the one it names does not exist.'
    default:
      return code.startsWith('23') ? 'The record breaks a rule of the database.' : null
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
