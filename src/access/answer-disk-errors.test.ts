import { describe, expect, it } from 'vitest'

import { answerToCode } from './answer-disk-errors'

describe('a disk that refuses to write', () => {
  it.each([
    ['ENOSPC', 507],
    ['EDQUOT', 507],
    ['EFBIG', 507],
    ['EROFS', 503],
    ['EIO', 503],
    ['EACCES', 503],
    ['ENOTDIR', 503],
    ['EMFILE', 503],
    ['ENOENT', undefined],
    ['23505', undefined],
    [undefined, undefined],
  ])('%s is answered %s', (code, status) => {
    expect(answerToCode(code)?.status).toBe(status)
  })
})
