import { optionsOf } from '#plugins/kernel/domain'

/** What an order is like besides its grade, type, client and fee; several may be true at once. */
export const orderMarks = [
  'within_24h',
  'within_14d',
  'within_30d',
  'later',
  'asap',
  'exclusive',
  'bulk',
  'override',
  'outside_niche',
] as const
export type OrderMark = (typeof orderMarks)[number]

export const orderMarkLabels: Record<OrderMark, string> = {
  within_24h: 'Starts within 24 hours',
  within_14d: 'Starts within 14 days',
  within_30d: 'Starts within 30 days',
  later: 'Starts later',
  asap: 'As soon as possible, no date',
  exclusive: 'Ours alone or retained',
  bulk: 'Ten openings or more',
  override: 'Graded by a manager',
  outside_niche: 'Outside what the desk does',
}
export const orderMarkOptions = optionsOf(orderMarkLabels)

export const clientTiers = ['key', 'standard', 'occasional'] as const
export type ClientTier = (typeof clientTiers)[number]
export const clientTierLabels: Record<ClientTier, string> = {
  key: 'Key account',
  standard: 'Standard',
  occasional: 'Occasional',
}
export const clientTierOptions = optionsOf(clientTierLabels)

/** Whose step it is, looked up on the order when the playbook begins. */
export const stepRoles = ['owner', 'manager', 'client_owner'] as const
export type StepRole = (typeof stepRoles)[number]
const stepRoleLabels: Record<StepRole, string> = {
  owner: 'Owner of the order',
  manager: 'Manager of the owner',
  client_owner: 'Owner of the client',
}
export const stepRoleOptions = optionsOf(stepRoleLabels)
