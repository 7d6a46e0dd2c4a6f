import { describe, expect, it } from 'vitest'

import { isPublicAddress } from './public-address'
import { receiverAddress } from './receiver-address'

const takes = (text: string, allowed: readonly string[] = []): boolean =>
  receiverAddress({ text, allowed }).ok

describe('where messages may be sent', () => {
  it.each([
    'https://example.com/hooks',
    'https://example.com:8443/hooks?token=x',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
    'https://bücher.example/hooks',
  ])('takes %s', (text) => {
    expect(takes(text)).toBe(true)
  })

  it.each([
    ['no https', 'http://example.com/'],
    ['another protocol', 'ftp://example.com/'],
    ['a script', 'javascript:alert(1)'],
    ['a file', 'file:///etc/passwd'],
    ['another port', 'https://example.com:22/'],
    ['user information', 'https://example.com@10.0.0.1/'],
    ['user information before a public name', 'https://user:pw@example.com/'],
    ['a line break', 'https://example.com/\r\nX-Evil: 1'],
    ['a tab within the name', 'https://exa\tmple.com/'],
    ['a backslash', 'https://example.com\\@10.0.0.1/'],
    ['this machine', 'https://127.0.0.1/'],
    ['this machine by name', 'https://localhost/'],
    ['this machine by a name below it', 'https://x.localhost/'],
    ['this machine with an ending dot', 'https://localhost./'],
    ['a name without a dot', 'https://intranet/'],
    ['a number for 127.0.0.1', 'https://2130706433/'],
    ['a hexadecimal number', 'https://0x7f000001/'],
    ['octal parts', 'https://0177.0.0.1/'],
    ['left out parts', 'https://127.1/'],
    ['full-width digits', 'https://１２７.0.0.1/'],
    ['zero', 'https://0.0.0.0/'],
    ['a private network', 'https://192.168.1.1/'],
    ['the secrets of a cloud', 'https://169.254.169.254/latest/meta-data'],
    ['the secrets of a cloud by name', 'https://metadata.google.internal/'],
    ['IPv6 of this machine', 'https://[::1]/'],
    ['IPv6 of nothing', 'https://[::]/'],
    ['IPv4 mapped into IPv6', 'https://[::ffff:127.0.0.1]/'],
    ['IPv4 mapped, in hexadecimal', 'https://[::ffff:7f00:1]/'],
    ['IPv4 translated', 'https://[64:ff9b::7f00:1]/'],
    ['IPv4 within 6to4', 'https://[2002:7f00:1::]/'],
    ['IPv4 within Teredo', 'https://[2001:0:7f00:1::]/'],
    ['a private IPv6 network', 'https://[fd00::1]/'],
    ['link-local IPv6', 'https://[fe80::1]/'],
    ['nothing', ''],
    ['a fragment', 'https://example.com/#x'],
  ])('refuses %s', (_what, text) => {
    expect(takes(text)).toBe(false)
  })

  it('takes what the installation allows by name and port, and nothing beside it', () => {
    const allowed = ['127.0.0.1:4010', 'localhost:*']
    expect(takes('http://127.0.0.1:4010/hook', allowed)).toBe(true)
    expect(takes('http://localhost:9/hook', allowed)).toBe(true)
    expect(takes('http://127.0.0.1:4011/hook', allowed)).toBe(false)
    expect(takes('ftp://127.0.0.1:4010/', allowed)).toBe(false)
    expect(takes('http://u@127.0.0.1:4010/', allowed)).toBe(false)
  })
})

describe('a public address', () => {
  it.each(['1.1.1.1', '172.32.0.1', '100.128.0.1', '2a00:1450::1', '2606:4700::1111'])(
    'is %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )
  it.each([
    '10.1.2.3',
    '100.64.0.1',
    '172.31.255.255',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::ffff:8.8.8.8',
    '::8.8.8.8',
    'ff02::1',
    'fe80::1%eth0',
    '2001:db8::1',
    'example.com',
    '',
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
