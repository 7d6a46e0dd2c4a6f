import type { Story } from './story'

/** Whose requests become: nursing by one, warehouses by another, Britain by its own office. */
export const routeWork = async (story: Story): Promise<void> => {
  const staff = (...keys: readonly string[]) => keys.map((key) => story.ids.of(`staff:${key}`))
  const rules = [
    {
      name: 'Nursing and health care',
      words: ['nurse', 'nursing', 'medical', 'clinic'],
      way: 'least_busy' as const,
      team: staff('maya', 'kwame'),
      recruiters: [],
    },
    {
      name: 'Warehouse and transport',
      words: ['warehouse', 'forklift', 'driver', 'picker', 'pickers'],
      way: 'named' as const,
      team: staff('diego'),
      recruiters: [],
    },
    {
      name: 'Britain',
      places: ['GB', 'London', 'Southampton'],
      way: 'in_turn' as const,
      team: staff('siobhan', 'idris'),
      recruiters: [],
    },
  ]
  await story.system(async (req) => {
    for (const [at, rule] of rules.entries())
      await req.payload.create({
        collection: 'routing-rules',
        data: { ...rule, position: (at + 1) * 10 },
        req,
        overrideAccess: true,
        depth: 0,
      })
  })
}
