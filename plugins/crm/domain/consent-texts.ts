/** What a candidate agrees to, word for word; a changed text is a new version. */
export const consentTexts = {
  application: {
    version: '2026-11',
    text: 'I agree that the agency keeps and uses what I send to handle this application, and shows my profile to the client who has the position.',
  },
  'talent-pool': {
    version: '2026-11',
    text: 'I agree that the agency keeps my profile and contacts me about other jobs, until I say no.',
  },
  marketing: {
    version: '2026-11',
    text: 'I agree to receive news of the agency by mail, until I say no.',
  },
} as const

export type ConsentPurpose = keyof typeof consentTexts

export const consentPurposes = [
  'application',
  'talent-pool',
  'marketing',
] as const satisfies readonly ConsentPurpose[]
