import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { clientTiers } from '../domain/playbook-choices'
import type { RoutedWork } from '../domain/routing'
import { routeFor, type Route } from '../queries/route-work'

/** What is known of a piece of work before it has an owner. */
export type UnroutedWork = Pick<
  RoutedWork,
  'title' | 'category' | 'employmentType' | 'language'
> & {
  clientId: string | null
  workLocationId: string | null
  /** The place in the client’s own words, where no location is chosen yet. */
  placeText: string | null
}

/**
 * Asks the rules whose a piece of work becomes, and remembers whose turn it was. Two that are routed at
 * once take turns, so that they do not both go to the same colleague.
 */
export const takeRoute = async ({
  req,
  work,
}: {
  req: PayloadRequest
  work: UnroutedWork
}): Promise<Route | null> => {
  await sqlOf(req).run({ text: `select pg_advisory_xact_lock(hashtextextended('routing', 0))` })
  const route = await routeFor({ req, work: await routedWork({ req, work }) })
  if (route?.isInTurn)
    await sqlOf(req).run({
      text: 'update routing_rules set last_given_to_id = $2 where id = $1',
      values: [route.ruleId, route.ownerId],
    })
  return route
}

/** The same work with what its client and place add to it. */
export const routedWork = async ({
  req,
  work: { clientId, workLocationId, placeText, ...work },
}: {
  req: PayloadRequest
  work: UnroutedWork
}): Promise<RoutedWork> => {
  const row = await sqlOf(req).first({
    schema: z.object({
      tier: z.enum(clientTiers).nullable(),
      places: z.array(z.string()),
    }),
    text: `select (select tier::text from client_corporations where id = $1) as tier,
      coalesce((select array_remove(array[name, city, region, country]::text[], null)
        from work_locations where id = $2), '{}') as places`,
    values: [clientId, workLocationId],
  })
  return {
    ...work,
    clientId,
    clientTier: clientId ? (row?.tier ?? 'standard') : null,
    places: [...(row?.places ?? []), ...(placeText ? [placeText] : [])],
  }
}
