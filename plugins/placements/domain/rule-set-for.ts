/**
 * The set of pay rules for work at a place. The place of work decides, not the office: California's
 * Labor Code covers work done in California (Sullivan v. Oracle, 2011), the FLSA the other states and
 * the territories (29 USC 213(f), 29 CFR 776.7), and neither anything outside the United States.
 * Without a known place the employer's usual set.
 *
 * @param jurisdiction of the work location by ISO 3166: 'US-CA', 'US', 'PR' or 'US-PR', 'GB'
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
  const [country = ''] = jurisdiction.split('-')
  if (country === 'US' || unitedStatesTerritories.has(country)) return 'us-federal'
  return usualRuleSet.startsWith('us-') ? 'none' : usualRuleSet
}

/**
 * Countries of their own in ISO 3166-1 where the FLSA holds: Puerto Rico, Guam, the Virgin Islands,
 * American Samoa, and the Northern Mariana Islands (48 USC 1801).
 */
const unitedStatesTerritories: ReadonlySet<string> = new Set(['PR', 'GU', 'VI', 'AS', 'MP'])
