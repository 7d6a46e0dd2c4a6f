import type { UIFieldServerComponent } from 'payload'

import { incomingPurposes, isIncomingPurpose, mostSecondsApart } from '../domain'
import { integrationsOf } from '../options'
import { signedCurl } from './signed-curl'

/** How another program sends here: address, signature, and a script to try it with. */
export const IncomingHelp: UIFieldServerComponent = ({ data, payload }) => {
  const publicId: unknown = data?.publicId
  const purpose: unknown = data?.purpose
  if (typeof publicId !== 'string' || !isIncomingPurpose(purpose)) return null
  const url = `${integrationsOf(payload).adminUrl}/api/incoming/${publicId}`
  return (
    <div className="field-type">
      <p className="field-label">How to send</p>
      <p>
        <code>POST {url}</code>
      </p>
      <p>
        Sign as Standard Webhooks describes: <code>webhook-signature</code> is <code>v1,</code> and
        the base64 of HMAC-SHA256 over <code>webhook-id.webhook-timestamp.body</code>. A message
        counts for {mostSecondsApart / 60} minutes after it was signed, and each{' '}
        <code>webhook-id</code> once. 200 means taken, 409 with <code>delivery-known</code> taken
        before; after 429 wait as long as <code>Retry-After</code> says. Every other answer says in{' '}
        <code>error.message</code> what to change.
      </p>
      <pre className="pwa-api__code" tabIndex={0} role="region" aria-label="Example for a shell">
        {signedCurl({ url, example: incomingPurposes[purpose].example })}
      </pre>
    </div>
  )
}
