import { type RuleSet, type RuleSetId, ruleSetIds, ruleSets } from './rule-sets'

/** From the weakest protection of the worker to the strongest. */
const byProtection: readonly RuleSetId[] = ['none', 'us-federal', 'us-california']

/**
 * The one rule set for a week whose placements name several: the one that protects the worker most,
 * so that nobody is paid less than a place of work in the week demands. A name that is not known is
 * returned as a refusal to reckon, never replaced.
 */
export const strictestRuleSet = (
  names: readonly string[],
): { kind: 'found'; ruleSet: RuleSet } | { kind: 'unknown'; name: string } => {
  const unknown = names.find((name) => idFrom(name) === null)
  if (unknown !== undefined) return { kind: 'unknown', name: unknown }
  const strictest = byProtection.findLast((id) => names.includes(id)) ?? 'none'
  return { kind: 'found', ruleSet: ruleSets[strictest] }
}

const idFrom = (name: string): RuleSetId | null => ruleSetIds.find((id) => id === name) ?? null
