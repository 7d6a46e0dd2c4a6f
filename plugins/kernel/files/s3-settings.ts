import type { S3ClientConfig } from '@aws-sdk/client-s3'

/** A bucket in which the product keeps its files. */
export type S3Settings = {
  bucket: string
  region: string
  /** Another server than Amazon's. */
  endpoint: string | null
  /** Without keys, those of the machine's own role. */
  keys: { accessKeyId: string; secretAccessKey: string } | null
}

/** How the client speaks: it gives up on a silent server, and tries again on a busy one. */
export const s3ClientConfig = ({ region, endpoint, keys }: S3Settings): S3ClientConfig => ({
  region,
  ...(keys ? { credentials: keys } : {}),
  // Servers of others rarely have a host name per bucket.
  ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
  maxAttempts: 3,
  requestHandler: {
    connectionTimeout: 3_000,
    requestTimeout: 60_000,
    throwOnRequestTimeout: true,
    httpAgent: { keepAlive: true, maxSockets: 100 },
    httpsAgent: { keepAlive: true, maxSockets: 100 },
  },
  // The newer checksums are not known to every server; what we keep has its SHA-256 in the row.
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
})
