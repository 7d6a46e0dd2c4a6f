import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, sqlOf, wholeNumber } from '#plugins/kernel'
import { can } from '#plugins/kernel/domain'
import { employmentTypeLabels } from '../domain/employment-type'
import { clientTierLabels, orderMarkLabels } from '../domain/playbook-choices'
import { feeKindLabels } from '../domain/qualification-choices'

export type ListedPlaybook = {
  id: string
  name: string
  description: string | null
  isActive: boolean
  /** When it fires, in words. */
  when: string
  steps: number
  /** Orders it works on now. */
  running: number
}

/** All playbooks in the order in which they are tried; null without the right to set them up. */
export const playbookList = async (
  req: PayloadRequest,
): Promise<readonly ListedPlaybook[] | null> => {
  if (!can({ actor: actorOf(req), permission: 'settings.write' })) return null
  const { docs } = await req.payload.find({
    collection: 'playbooks',
    sort: ['position', 'createdAt'],
    limit: 200,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const running = await sqlOf(req).rows({
    schema: z.object({ playbook_id: z.string(), orders: wholeNumber }),
    text: `select playbook_id, count(*) as orders from playbook_runs
      where ended_at is null and playbook_id is not null group by playbook_id`,
  })
  return docs.map((playbook) => ({
    id: playbook.id,
    name: playbook.name,
    description: playbook.description ?? null,
    isActive: playbook.isActive !== false,
    when:
      [
        wordsOf({ values: playbook.grades, before: 'Grade ' }),
        wordsOf({ values: playbook.employmentTypes, labels: employmentTypeLabels }),
        wordsOf({ values: playbook.clientTiers, labels: clientTierLabels }),
        wordsOf({ values: playbook.feeKinds, labels: feeKindLabels }),
        wordsOf({ values: playbook.marks, labels: orderMarkLabels }),
      ]
        .filter(Boolean)
        .join(' · ') || 'Every order',
    steps: playbook.steps.length,
    running: running.find(({ playbook_id }) => playbook_id === playbook.id)?.orders ?? 0,
  }))
}

const wordsOf = <Value extends string>({
  values,
  labels,
  before = '',
}: {
  values: readonly Value[] | null | undefined
  labels?: Readonly<Record<Value, string>>
  before?: string
}): string =>
  values && values.length > 0
    ? `${before}${values.map((value) => labels?.[value] ?? value).join(' or ')}`
    : ''
