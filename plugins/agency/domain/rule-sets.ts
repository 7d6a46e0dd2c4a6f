/**
 * The sets of pay rules by name, as a legal entity chooses its usual one. What they say is told where
 * hours are evaluated.
 */
export const usualRuleSets = [
  { id: 'us-federal', label: 'US federal (FLSA)' },
  { id: 'us-california', label: 'California' },
  { id: 'none', label: 'No statutory overtime' },
] as const
