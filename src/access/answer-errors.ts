import type { AfterErrorHook } from 'payload'

import { isFromBucket } from '#plugins/kernel'

type Answer = { status: number; message: string }

/**
 * Says in the status what the database refused, so that a caller's mistake is not answered as ours.
 * Classes by the first two characters of SQLSTATE (PostgreSQL appendix A); what is not listed is ours.
 */
const answers: readonly { code: RegExp; answer: Answer }[] = [
  {
    code: /^23(505|P01)$/,
    answer: { status: 409, message: 'There is already a record like this.' },
  },
  {
    code: /^23503$/,
    answer: { status: 409, message: 'Another record stands in the way: it is used, or missing.' },
  },
  {
    code: /^(22...|23502|23514)$/,
    answer: { status: 400, message: 'A value is not possible here.' },
  },
  // A trigger of ours raised it: the record is frozen or append-only.
  { code: /^P0001$/, answer: { status: 409, message: 'This record can no longer be changed.' } },
  {
    code: /^(08...|40001|40P01|53...|55P03|57...)$/,
    answer: { status: 503, message: 'The database is busy. Please try again in a moment.' },
  },
]

export const answerDatabaseErrors: AfterErrorHook = ({ error, req }) => {
  const code = sqlStateOf(error) ?? ''
  if (isFromBucket(error))
    return {
      status: 503,
      response: {
        errors: [{ message: 'The file store does not answer. Please try again in a moment.' }],
      },
    }
  if (isOfAnotherService(error))
    return { status: 500, response: { errors: [{ message: 'Something went wrong.' }] } }
  const answer =
    // Two types that cannot be compared: the caller's choice when the caller wrote the condition.
    // Of a text that is no date Payload leaves nothing at all behind the operator (42601).
    req.query?.where !== undefined && /^42(601|804|846|883)$/.test(code)
      ? { status: 400, message: 'This field cannot be compared in this way.' }
      : answers.find((candidate) => candidate.code.test(code))?.answer
  return answer
    ? { status: answer.status, response: { errors: [{ message: answer.message }] } }
    : undefined
}

/** What another service answered us with is our own fault, not the caller's: Payload marks what it refuses. */
const isOfAnotherService = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  typeof Reflect.get(error, 'status') === 'number' &&
  Reflect.get(error, 'isOperational') !== true

/** The SQLSTATE of the innermost cause that has one. */
const sqlStateOf = (error: unknown): string | null => {
  let cause: unknown = error
  for (let depth = 0; depth < 5 && typeof cause === 'object' && cause !== null; depth += 1) {
    const code: unknown = Reflect.get(cause, 'code')
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code
    cause = Reflect.get(cause, 'cause')
  }
  return null
}
