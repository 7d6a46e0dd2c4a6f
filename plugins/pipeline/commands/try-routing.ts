import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { employmentTypes } from '../domain/employment-type'
import { chosen, optionalText, requiredText } from '../domain/inputs'
import { routeFor } from '../queries/route-work'
import { routedWork } from './take-route'

/** Says whose something would become, without anything becoming anybody’s. */
export const tryRouting = defineCommand({
  name: 'try-routing',
  summary: 'Ask whose an order would become by the routing rules; nothing is changed',
  input: z.object({
    title: requiredText({ what: 'the title', most: 160 }),
    category: optionalText(80),
    clientId: chosen('a client').nullish(),
    employmentType: z.enum(employmentTypes, 'Choose the employment type.'),
    place: optionalText(160),
    language: optionalText(2),
  }),
  allow: { staff: 'settings.write' },
  run: async ({ input, ctx: { req, payload } }) => {
    const route = await routeFor({
      req,
      work: await routedWork({
        req,
        work: {
          title: input.title,
          category: input.category,
          clientId: input.clientId ?? null,
          employmentType: input.employmentType,
          workLocationId: null,
          placeText: input.place,
          language: input.language?.toLowerCase() ?? null,
        },
      }),
    })
    const owner =
      route &&
      (await payload.findByID({
        collection: 'users',
        id: route.ownerId,
        depth: 0,
        req,
        overrideAccess: true,
      }))
    return ok({ rule: route?.ruleName ?? null, owner: owner?.name ?? null })
  },
})
