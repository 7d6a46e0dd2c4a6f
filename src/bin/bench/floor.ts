import type { Bench, Workload } from './workload'

const nowhere = '/api/nowhere'

/** What HTTP, the framework and the session cost before any work is done. */
export const floor = ({ rest, db }: Bench): Workload => ({
  name: 'nothing (the floor of HTTP)',
  call: `GET ${nowhere}`,
  product: async () => await rest.statusOf(nowhere),
  raw: async () => await db.query('select 1'),
  differences: async () => {
    const status = await rest.statusOf(nowhere)
    return status === 404 ? [] : [`${nowhere} answered ${status} where nothing is`]
  },
})
