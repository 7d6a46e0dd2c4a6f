import { isFromBucket } from '#plugins/kernel'
import { StepFailure } from '../steps/failure.mjs'

/**
 * Runs what talks to a bucket; what the bucket or the way to it refused is told with its remedy.
 *
 * @param after what became of the work, and what to do now
 */
export const withBucket = async <Value>({
  bucket,
  after,
  run,
}: {
  bucket: string
  after: string
  run: () => Promise<Value>
}): Promise<Value> => {
  try {
    return await run()
  } catch (error) {
    if (!isFromBucket(error)) throw error
    throw new StepFailure(
      `The bucket ${bucket} cannot be used (${reasonOf(error)}). ${after} Look at S3_BUCKET, S3_ENDPOINT, S3_REGION and the key, and whether the network reaches it.`,
    )
  }
}

const reasonOf = ({ name, message }: Error): string =>
  message === '' || message === name ? name : `${name}: ${message}`
