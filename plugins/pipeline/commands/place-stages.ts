import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '#plugins/kernel'

/** The stages as the boards show them. */
export const stagesInOrder = async (req: PayloadRequest) =>
  await sqlOf(req).rows({
    schema: z.object({ id: z.string(), state: z.string(), position: wholeNumber }),
    text: 'select id, state, position from stages order by position, name, id',
  })

/** Numbers stages in the order of `ids`; those that keep their number are not written. */
export const placeStages = async ({
  req,
  ids,
}: {
  req: PayloadRequest
  ids: readonly string[]
}): Promise<void> => {
  const known = new Map((await stagesInOrder(req)).map(({ id, position }) => [id, position]))
  for (const [at, id] of ids.entries()) {
    const position = (at + 1) * 10
    if (known.get(id) === position) continue
    await req.payload.update({
      collection: 'stages',
      id,
      data: { position },
      req,
      overrideAccess: true,
      depth: 0,
    })
  }
}
