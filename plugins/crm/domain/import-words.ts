export const verdictLabels = {
  ok: 'New',
  duplicate: 'Known',
  alike: 'Looks known',
  bad: 'Not usable',
} as const

export const outcomeLabels: Readonly<Record<string, string>> = {
  created: 'Brought in',
  filled: 'Filled up',
  skipped: 'Left out',
  failed: 'Failed',
  removed: 'Taken back',
  kept: 'Kept',
}

/** By what a row was recognised, in words. */
export const matchWords: Readonly<Record<string, string>> = {
  email: 'same e-mail',
  phone: 'same phone',
  page: 'same profile page',
  contact: 'same e-mail at this client',
  alike: 'same name and place',
}
