import { describe, expect, it } from 'vitest'

import {
  newWebhookSecret,
  openSecret,
  sealSecret,
  signatureOf,
  signedHeaders,
} from './sign-webhook'

describe('the signature of a message', () => {
  it('is that of the Standard Webhooks specification', () => {
    // The example of its reference libraries.
    expect(
      signatureOf({
        id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
        timestampSeconds: 1_614_265_330,
        body: '{"test": 2432232314}',
        secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      }),
    ).toBe('g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  })

  it('is made by both secrets while one follows the other', () => {
    const secrets = [newWebhookSecret(), newWebhookSecret()]
    const headers = signedHeaders({ id: 'x', timestampSeconds: 1, body: '{}', secrets })
    expect(headers['webhook-signature']?.split(' ')).toHaveLength(2)
  })
})

describe('a secret at rest', () => {
  it('opens with the key of the installation and with no other', () => {
    const secret = newWebhookSecret()
    const sealed = sealSecret({ secret, key: 'one' })
    expect(sealed).not.toContain(secret.slice(6))
    expect(openSecret({ sealed, key: 'one' })).toBe(secret)
    expect(() => openSecret({ sealed, key: 'two' })).toThrow()
  })
})
