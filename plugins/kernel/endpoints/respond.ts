import type { Failure } from '../domain/result'

const statusOf: Record<Failure['kind'], number> = {
  state: 409,
  right: 403,
  missing: 404,
  input: 422,
  limit: 429,
}

/** A refusal as an HTTP answer: the one place where codes of the domain become status codes. */
export const respondFailure = ({
  failure,
  status = statusOf[failure.kind],
}: {
  failure: Failure
  status?: number
}): Response =>
  Response.json(failureBody(failure), {
    status,
    headers: {
      'Cache-Control': 'no-store',
      ...(failure.retryAfterSeconds ? { 'Retry-After': String(failure.retryAfterSeconds) } : {}),
    },
  })

export const failureBody = (failure: Failure) => ({
  error: {
    code: failure.code,
    message: failure.message,
    ...(failure.fields ? { fields: failure.fields } : {}),
  },
})
