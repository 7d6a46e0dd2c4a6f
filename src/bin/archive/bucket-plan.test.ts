import { expect, it } from 'vitest'

import { bucketPlan } from './bucket-plan'

const file = (name: string, md5 = 'a', bytes = 1) => ({ name, bytes, md5 })

it('adds what is missing, replaces what differs, removes what nobody names, and leaves the rest', () => {
  expect(
    bucketPlan({
      archived: [file('equal'), file('new'), file('longer'), file('other'), file('unsummed')],
      present: [
        file('equal'),
        file('longer', 'a', 2),
        file('other', 'b'),
        { ...file('unsummed'), md5: null },
        file('lost-by-the-archive'),
        file('strange'),
      ],
      named: new Set(['equal', 'lost-by-the-archive']),
    }),
  ).toEqual({
    add: [file('new')],
    replace: [file('longer'), file('other'), file('unsummed')],
    remove: ['strange'],
  })
})
