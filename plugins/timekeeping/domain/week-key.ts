import type { Day } from '#plugins/kernel/domain'

/** A worker's week at one employer: the unit in which overtime is reckoned. */
export type WeekKey = { candidateId: string; legalEntityId: string; weekStartsOn: Day }
