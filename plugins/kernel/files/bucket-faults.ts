/** How often a call is made that the bucket's client cannot make again by itself. */
export const mostAttempts = 3

/** The client of the bucket marks its errors with what it did, however the connection ended. */
export const isFromBucket = (error: unknown): error is Error =>
  error instanceof Error && Reflect.has(error, '$metadata')

/** A stream that broke has no mark of the client. */
export const brokenOff = ({ Key, cause }: { Key: string; cause: unknown }): Error =>
  Object.assign(new Error(`${Key} broke off while it was read`, { cause }), { $metadata: {} })

/** Whether an object was there before and is not any more. */
export const isGone = (error: unknown): boolean => isFromBucket(error) && error.name === 'NoSuchKey'

/** Whether another attempt may go better: anything but a refusal of the bucket. */
export const isPassing = (error: unknown): boolean => {
  const status = statusOf(error)
  return status === undefined || status >= 500 || status === 429
}

const statusOf = (error: unknown): number | undefined => {
  if (!isFromBucket(error)) return undefined
  const metadata: unknown = Reflect.get(error, '$metadata')
  const status: unknown =
    typeof metadata === 'object' && metadata !== null
      ? Reflect.get(metadata, 'httpStatusCode')
      : undefined
  return typeof status === 'number' ? status : undefined
}
