import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { sqlOf, wholeNumber } from '#plugins/kernel'
import { closedOrderStates } from '../domain/job-order-workflow'
import {
  chosenOf,
  isRouted,
  type CreditShare,
  type RoutedWork,
  type TeamMember,
} from '../domain/routing'

type Rule = DataFromCollectionSlug<'routing-rules'>

export type Route = {
  ruleId: string
  ruleName: string
  ownerId: string
  recruiters: readonly CreditShare[]
  followerIds: readonly string[]
  isInTurn: boolean
}

/** Whose a piece of work becomes by the first rule that holds and has somebody free; null by none. */
export const routeFor = async ({
  req,
  work,
}: {
  req: PayloadRequest
  work: RoutedWork
}): Promise<Route | null> => {
  const { docs } = await req.payload.find({
    collection: 'routing-rules',
    where: { isActive: { equals: true } },
    sort: ['position', 'createdAt'],
    limit: 500,
    depth: 0,
    req,
    overrideAccess: true,
  })
  for (const rule of docs) {
    if (!isRouted({ condition: conditionOf(rule), work })) continue
    const ids = rule.team.map((member) => idOf(member))
    const people = await freeOf({ req, ids })
    const ownerId = chosenOf({
      way: rule.way,
      team: ids.flatMap((id) => people.find((member) => member.id === id) ?? []),
      mostOpenOrders: rule.mostOpenOrders ?? null,
      lastGivenTo: idOf(rule.lastGivenTo),
    })
    if (ownerId)
      return {
        ruleId: rule.id,
        ruleName: rule.name,
        ownerId,
        recruiters: (rule.recruiters ?? []).map(({ user, shareBp }) => ({
          user: idOf(user),
          shareBp,
        })),
        followerIds: (rule.followers ?? []).map((follower) => idOf(follower)),
        isInTurn: rule.way === 'in_turn',
      }
  }
  return null
}

const conditionOf = (rule: Rule) => ({
  words: rule.words ?? [],
  clientIds: (rule.clients ?? []).map((client) => idOf(client)),
  clientTiers: rule.clientTiers ?? [],
  employmentTypes: rule.employmentTypes ?? [],
  places: rule.places ?? [],
  languages: (rule.languages ?? []).map((language) => language.toLowerCase()),
})

/** Those of the team who may sign in, each with the open orders they own. */
const freeOf = async ({
  req,
  ids,
}: {
  req: PayloadRequest
  ids: readonly string[]
}): Promise<readonly TeamMember[]> =>
  await sqlOf(req).rows({
    schema: z
      .object({ id: z.string(), open_orders: wholeNumber })
      .transform((row) => ({ id: row.id, openOrders: row.open_orders })),
    text: `select u.id, (select count(*) from job_orders o where o.owner_id = u.id
        and o.deleted_at is null and not o.state = any($2)) as open_orders
      from users u where u.id = any($1::uuid[]) and not coalesce(u.is_disabled, false)`,
    values: [ids, closedOrderStates],
  })
