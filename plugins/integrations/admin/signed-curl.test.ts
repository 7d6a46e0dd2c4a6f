import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'

import { isSignedBy, newWebhookSecret } from '../adapters/sign-webhook'
import { signedCurl } from './signed-curl'

it('signs as the address expects it, whatever stands in the message', () => {
  const secret = newWebhookSecret()
  const script = signedCurl({
    url: 'http://h/api/incoming/in_x',
    example: { text: `It's “25 %” $HOME \`now\`` },
  }).replace('whsec_…', secret)
  const sent = execFileSync(
    'sh',
    ['-c', `curl() { shift 4; printf '%s\\n--\\n' "$@"; }\n${script}`],
    { encoding: 'utf8' },
  ).split('\n--\n')
  const header = (name: string) =>
    sent.find((each) => each.startsWith(`${name}: `))?.slice(name.length + 2) ?? ''
  expect(
    isSignedBy({
      id: header('webhook-id'),
      timestamp: header('webhook-timestamp'),
      body: Buffer.from(sent.at(-2) ?? ''),
      signatures: [header('webhook-signature')],
      secrets: [secret],
    }),
  ).toBe(true)
})
