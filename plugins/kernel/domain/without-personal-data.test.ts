import { describe, expect, it } from 'vitest'

import { withoutPersonalData } from './without-personal-data'

describe('a text without personal data', () => {
  it.each([
    [
      'Failed query: insert into "candidates" ("first_name") values ($1)\nparams: Jane,jane@doe.example',
      'Failed query: insert into "candidates" ("first_name") values ($1)\nparams: [left out]',
    ],
    [
      'duplicate key value violates unique constraint "users_email_idx"',
      'duplicate key value violates unique constraint "users_email_idx"',
    ],
    ['Key (email)=(jane@doe.example) already exists.', 'Key [left out]'],
    ['Failing row contains (1, Jane, null).', 'Failing row contains [left out]'],
    ['invalid input syntax for type uuid: "jane"', 'invalid input syntax for type uuid: [value]'],
    [
      `Unexpected token 'j', "jane doe" is not valid JSON`,
      `Unexpected token 'j', [value] is not valid JSON`,
    ],
    ['550 5.1.1 <jane.doe+x@mail.example> unknown', '550 5.1.1 <[e-mail]> unknown'],
    ['Call +44 20 7946 0958 now', 'Call [phone] now'],
    ['The attachment “CV Jane Doe.pdf” is gone', 'The attachment “[value]” is gone'],
    ['No user "Jane Doe"', 'No user "[value]"'],
    ['link eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpZCI6MX0.abc went', 'link [token] went'],
    [
      'The event 0190a000-0000-7000-8000-000000000001 does not exist.',
      'The event 0190a000-0000-7000-8000-000000000001 does not exist.',
    ],
    [
      'File Jane Doe.png for collection media is missing on the disk. Expected path: /d/Jane Doe.png',
      'File [value] of a collection is missing',
    ],
    ["can't read what isn't there", "can't read what isn't there"],
    ['relation "no_table" does not exist', 'relation "no_table" does not exist'],
  ])('of %j is %j', (text, clean) => {
    expect(withoutPersonalData(text)).toBe(clean)
  })

  it('is short, however long the text was', () => {
    expect(withoutPersonalData('x'.repeat(100_000)).length).toBeLessThanOrEqual(4_000)
  })
})
