import { ok, refuse, type Result } from '#plugins/kernel/domain'

/** A message that was signed longer ago, or later than now, may be a recording. */
export const mostSecondsApart = 300

export type IncomingHeaders = { deliveryId: string; timestamp: string; signatures: string[] }

type Wrong = { code: string; message: string }

const deliveryIdShape = /^[A-Za-z0-9._-]{8,64}$/

/** The three headers of a Standard Webhooks message, or what is wrong with them. */
export const readIncomingHeaders = (
  header: (name: string) => string | null,
): Result<IncomingHeaders, Wrong> => {
  const deliveryId = header('webhook-id')
  const timestamp = header('webhook-timestamp')
  const signature = header('webhook-signature')
  const missing = Object.entries({
    'webhook-id': deliveryId,
    'webhook-timestamp': timestamp,
    'webhook-signature': signature,
  }).flatMap(([name, value]) => (value ? [] : [name]))
  if (!deliveryId || !timestamp || !signature)
    return wrong({
      code: 'header-missing',
      message: `Send the headers webhook-id, webhook-timestamp and webhook-signature. Missing: ${missing.join(', ')}.`,
    })
  if (!deliveryIdShape.test(deliveryId))
    return wrong({
      code: 'header-malformed',
      message: 'webhook-id has 8 to 64 letters, digits, dots, dashes or underscores.',
    })
  if (!/^\d{1,12}$/.test(timestamp))
    return wrong({
      code: 'header-malformed',
      message: 'webhook-timestamp is the time in whole seconds since 1970, such as 1795000000.',
    })
  const signatures = signature.split(' ').filter((each) => each.startsWith('v1,'))
  if (signatures.length === 0 || signatures.length > 5)
    return wrong({
      code: 'header-malformed',
      message:
        'webhook-signature is “v1,” and the base64 of the HMAC; at most five, apart by spaces.',
    })
  return ok({ deliveryId, timestamp, signatures })
}

/** Whether a message was signed at about this time. */
export const isFresh = ({
  timestamp,
  nowSeconds,
}: {
  timestamp: string
  nowSeconds: number
}): boolean => Math.abs(nowSeconds - Number(timestamp)) <= mostSecondsApart

const wrong = (failure: Wrong) => refuse<Wrong>(failure)
