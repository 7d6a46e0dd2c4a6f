/**
 * The set of pay rules for work at a place. The place of work decides, not the office: California's
 * Labor Code covers work done in California (Sullivan v. Oracle, 2011), the FLSA the other states,
 * and neither anything outside the United States. Without a known place the employer's usual set.
 *
 * @param jurisdiction of the work location: 'US-CA', 'US', 'GB'
 */
export const ruleSetFor = ({
  jurisdiction,
  usualRuleSet,
}: {
  jurisdiction: string | null
  usualRuleSet: string
}): string => {
  if (!jurisdiction) return usualRuleSet
  if (jurisdiction === 'US-CA') return 'us-california'
  if (jurisdiction === 'US' || jurisdiction.startsWith('US-')) return 'us-federal'
  return usualRuleSet.startsWith('us-') ? 'none' : usualRuleSet
}
