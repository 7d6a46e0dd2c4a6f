import type { z } from 'zod'

export type ApiErrorBody = {
  error: { type: string; message: string; code?: string; param?: string; decline_code?: string }
}

/** An answer in the error shape of the Stripe API. */
export class ApiError extends Error {
  readonly status: number
  readonly body: ApiErrorBody

  constructor({ status, ...error }: ApiErrorBody['error'] & { status: number }) {
    super(error.message)
    this.status = status
    this.body = { error }
  }
}

export const invalidRequest = (error: { message: string; code?: string; param?: string }) =>
  new ApiError({ status: 400, type: 'invalid_request_error', ...error })

export const missingResource = ({ noun, id }: { noun: string; id: string }) =>
  new ApiError({
    status: 404,
    type: 'invalid_request_error',
    code: 'resource_missing',
    param: noun,
    message: `No such ${noun}: '${id}'`,
  })

/** Translates the first complaint of a schema into the parameter error Stripe answers with. */
export const parameterError = (issues: readonly z.core.$ZodIssue[]): ApiError => {
  const issue = issues[0]
  if (!issue) return invalidRequest({ message: 'Invalid request.' })
  if (issue.code === 'unrecognized_keys') {
    const param = paramName([...issue.path, issue.keys[0] ?? ''])
    return invalidRequest({
      code: 'parameter_unknown',
      param,
      message: `Received unknown parameter: ${param}`,
    })
  }
  const param = paramName(issue.path)
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined
  if (isMissing) {
    return invalidRequest({
      code: 'parameter_missing',
      param,
      message: `Missing required param: ${param}.`,
    })
  }
  const code = issue.code === 'custom' ? issue.params?.code : undefined
  return invalidRequest({
    ...(typeof code === 'string' ? { code } : {}),
    param,
    message: issue.message,
  })
}

const paramName = (path: readonly PropertyKey[]): string =>
  path.map((key, index) => (index === 0 ? String(key) : `[${String(key)}]`)).join('')
