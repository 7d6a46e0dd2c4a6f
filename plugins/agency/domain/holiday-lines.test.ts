import { describe, expect, it } from 'vitest'

import { readHolidayLines } from './holiday-lines'

describe('pasted holidays', () => {
  it('are read with any of the usual separators', () => {
    expect(
      readHolidayLines([
        '2026-12-24 Christmas Eve',
        '',
        '2026-12-31;New Year’s Eve',
        '2027-01-02,\tRest',
      ]),
    ).toEqual({
      ok: true,
      value: [
        { dayOn: '2026-12-24', name: 'Christmas Eve' },
        { dayOn: '2026-12-31', name: 'New Year’s Eve' },
        { dayOn: '2027-01-02', name: 'Rest' },
      ],
    })
  })

  it.each(['24.12.2026 Christmas Eve', '2026-02-30 No such day', '2026-12-24'])(
    'name the line that cannot be read: %s',
    (line) => {
      expect(readHolidayLines(['2026-12-24 Fine', line])).toMatchObject({
        ok: false,
        failure: expect.stringContaining('Line 2'),
      })
    },
  )
})
