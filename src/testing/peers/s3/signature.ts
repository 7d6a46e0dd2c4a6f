import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export type S3Request = {
  method: string
  /** As it came, escaped. */
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: Buffer
}

export type S3Keys = { accessKeyId: string; secretAccessKey: string }

/** Why the request is not the key holder's, as the code of S3; null when it is (AWS Signature Version 4). */
export const wrongSignature = ({
  request,
  keys: { accessKeyId, secretAccessKey },
}: {
  request: S3Request
  keys: S3Keys
}): string | null => {
  const given =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/.exec(
      String(request.headers.authorization ?? ''),
    )
  if (!given) return 'AccessDenied'
  const [, key = '', day = '', region = '', names = '', signature = ''] = given
  if (key !== accessKeyId) return 'InvalidAccessKeyId'
  const bodyHash = String(request.headers['x-amz-content-sha256'] ?? '')
  if (bodyHash !== 'UNSIGNED-PAYLOAD' && bodyHash !== sha256(request.body))
    return 'XAmzContentSHA256Mismatch'
  const canonical = [
    request.method,
    request.path,
    canonicalQuery(request.query),
    ...names.split(';').map((name) => `${name}:${headerOf({ request, name })}`),
    '',
    names,
    bodyHash,
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = [
    'AWS4-HMAC-SHA256',
    String(request.headers['x-amz-date'] ?? ''),
    scope,
    sha256(canonical),
  ].join('\n')
  const signingKey = [day, region, 's3', 'aws4_request'].reduce<Buffer>(
    (secret, part) => hmac(secret, part),
    Buffer.from(`AWS4${secretAccessKey}`),
  )
  const expected = hmac(signingKey, toSign)
  return timingSafeEqual(expected, Buffer.from(signature, 'hex')) ? null : 'SignatureDoesNotMatch'
}

const headerOf = ({ request, name }: { request: S3Request; name: string }): string =>
  String(request.headers[name] ?? '')
    .trim()
    .replaceAll(/\s+/g, ' ')

const canonicalQuery = (query: URLSearchParams): string =>
  [...query]
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .toSorted((one, other) => (one < other ? -1 : 1))
    .join('&')

const escaped = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

const sha256 = (content: string | Buffer): string =>
  createHash('sha256').update(content).digest('hex')

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
