import { label } from '#plugins/kernel/domain'

/** What a candidate agrees to where the agency has not written words of its own. */
export const consentTexts = {
  application: {
    name: 'This application',
    version: '2026-11',
    text: 'I agree that the agency keeps and uses what I send to handle this application, and shows my profile to the client who has the position.',
  },
  'talent-pool': {
    name: 'Being kept for later jobs',
    version: '2026-11-23',
    text: 'I agree that the agency keeps my profile and contacts me about other jobs, until I say no or the time is over for which it keeps profiles. It asks me before.',
  },
  marketing: {
    name: 'News by mail',
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

export const consentPurposeOptions = consentPurposes.map((value) => ({
  value,
  label: label(consentTexts[value].name),
}))
