import { z } from 'zod'

import { defineCommand, insertInBulk, nextNumber, sqlOf } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { firstPlaces } from '../domain/places/first-places'
import { placeImport } from '../domain/places/place-import'

/** Gives an installation the places to begin with. Once: what an agency has deleted stays away. */
export const ensurePlaces = defineCommand({
  name: 'ensure-places',
  summary: 'Write down where towns and the areas of postcodes lie, unless that was done before',
  input: z.object({}),
  allow: { staff: 'settings.write' },
  run: async ({ ctx: { req, actor } }) => {
    const begun = await sqlOf(req).first({
      schema: z.object({ name: z.string() }),
      text: `select name from counters where name = 'places'`,
    })
    if (begun) return ok({ created: 0 })
    await nextNumber({ req, counter: 'places', count: firstPlaces.length })
    const made = await insertInBulk({
      req,
      kind: placeImport,
      teller: {
        actorKind: actor.kind,
        actorId: 'id' in actor ? actor.id : null,
        requestId: 'ensure-places',
      },
      rows: firstPlaces.map((row, no) => ({ no, ref: null, row, texts: {} })),
    })
    return ok({ created: made.size })
  },
})
