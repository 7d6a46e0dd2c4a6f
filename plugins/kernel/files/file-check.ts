import type { SystemCheck } from '../registry/registry'
import { bucketAnswers } from './s3-store'
import type { S3Settings } from './s3-settings'

/** Where uploaded files lie, and whether that place answers. */
export const fileCheck = ({ s3 }: { s3: S3Settings | null }): SystemCheck => ({
  key: 'files',
  label: 'Files',
  read: async ({ payload }) => {
    if (!s3)
      return {
        tone: 'good',
        text: 'On this machine’s disk',
        hint: 'Several machines need a bucket in common: set S3_BUCKET.',
      }
    const answers = await bucketAnswers({ settings: s3, logger: payload.logger })
    return answers
      ? { tone: 'good', text: `Bucket ${s3.bucket}` }
      : {
          tone: 'bad',
          text: `Bucket ${s3.bucket} does not answer`,
          hint: 'No file is taken or given out. The log says why.',
        }
  },
})
