import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

import { curlOf } from './curl-of'

/** What a shell makes of the line: each argument by itself. */
const argumentsOf = (line: string): string[] =>
  execFileSync(
    'sh',
    ['-c', `uuidgen() { echo u; }; curl() { printf '%s\\n--\\n' "$@"; }; ${line}`],
    {
      env: { ...process.env, PLACEWRIGHT_KEY: 'pwk_x' },
      encoding: 'utf8',
    },
  )
    .split('\n--\n')
    .slice(0, -1)

describe('a line for the shell', () => {
  it('brings body and key over as they are, whatever stands in them', () => {
    const body = '{ "reason": "It\'s \\"$HOME\\" `now`" }'
    expect(argumentsOf(curlOf({ method: 'POST', url: 'http://h/api/x', text: body }))).toEqual([
      '-X',
      'POST',
      'http://h/api/x',
      '-H',
      'Authorization: ApiKey pwk_x',
      '-H',
      'Content-Type: application/json',
      '-H',
      'Idempotency-Key: u',
      '-d',
      body,
    ])
  })

  it('puts the query behind the address', () => {
    expect(
      argumentsOf(curlOf({ method: 'GET', url: 'http://h/api/users', text: 'limit=1&depth=0' })),
    ).toEqual(['http://h/api/users?limit=1&depth=0', '-H', 'Authorization: ApiKey pwk_x'])
  })
})
