import type { PayloadRequest } from 'payload'

import { actorOf } from '#plugins/kernel'
import { can } from '#plugins/kernel/domain'
import { employmentTypeLabels } from '../domain/employment-type'
import { clientTierLabels } from '../domain/playbook-choices'
import { routingWayLabels } from '../domain/routing-choices'

export type ListedRule = {
  id: string
  name: string
  isActive: boolean
  /** When it holds, in words. */
  when: string
  /** Whose it becomes, in words. */
  whose: string
}

/** All routing rules in the order in which they are asked; null without the right to set them up. */
export const routingList = async (req: PayloadRequest): Promise<readonly ListedRule[] | null> => {
  if (!can({ actor: actorOf(req), permission: 'settings.write' })) return null
  const { docs } = await req.payload.find({
    collection: 'routing-rules',
    sort: ['position', 'createdAt'],
    limit: 500,
    depth: 1,
    req,
    overrideAccess: true,
  })
  return docs.map((rule) => ({
    id: rule.id,
    name: rule.name,
    isActive: rule.isActive !== false,
    when:
      [
        rule.words,
        rule.clients?.map(nameOf),
        rule.clientTiers?.map((tier) => clientTierLabels[tier]),
        rule.employmentTypes?.map((type) => employmentTypeLabels[type]),
        rule.places,
        rule.languages,
      ]
        .flatMap((words) => (words && words.length > 0 ? [words.join(' or ')] : []))
        .join(' · ') || 'Everything',
    whose: `${routingWayLabels[rule.way]}: ${rule.team.map(nameOf).join(', ')}`,
  }))
}

const nameOf = (record: string | { name: string }): string =>
  typeof record === 'string' ? 'somebody who left' : record.name
