import { describe, expect, it } from 'vitest'
import fc from 'fast-check'

import { recoveryCodeBytes, recoveryCodeFrom, typedCode } from './recovery-codes'

const codes = fc
  .uint8Array({ minLength: recoveryCodeBytes, maxLength: recoveryCodeBytes })
  .map(recoveryCodeFrom)

describe('recovery codes', () => {
  it('are understood however they are typed', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const plain = { kind: 'recovery', code: code.replace('-', '') }
        expect(typedCode(code)).toEqual(plain)
        expect(typedCode(` ${code.toUpperCase().replace('-', ' ')} `)).toEqual(plain)
        expect(typedCode(code.replaceAll('0', 'O').replaceAll('1', 'l'))).toEqual(plain)
      }),
    )
  })

  it('are told from the six digits of an app and from anything else', () => {
    expect(typedCode('123 456')).toEqual({ kind: 'totp', code: '123456' })
    for (const text of ['', '12345', 'uuuuu-uuuuu', 'abcde-fghjkm'])
      expect(typedCode(text)).toEqual({ kind: 'none' })
  })
})
