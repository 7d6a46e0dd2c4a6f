import type { Story } from './story'

/** What this agency asks besides: fields of its own on candidates, clients, orders and placements. */
export const shapeFields = async (story: Story): Promise<void> => {
  for (const input of fields) await story.staff({ as: 'helen', command: 'add-custom-field', input })
}

const fields = [
  {
    appliesTo: 'candidates',
    label: 'Shift preference',
    type: 'choices',
    options: [{ label: 'Days' }, { label: 'Nights' }, { label: 'Weekends' }],
    isInList: true,
    help: 'As they told us; ask again when it is older than half a year.',
  },
  { appliesTo: 'candidates', label: 'Driver’s license', type: 'yesNo' },
  {
    appliesTo: 'candidates',
    label: 'License class',
    type: 'choice',
    options: [
      { label: 'Class C' },
      { label: 'Class B, commercial' },
      { label: 'Class A, commercial' },
    ],
    showWhen: { key: 'driversLicense', is: 'any-of', values: [true] },
  },
  {
    appliesTo: 'candidates',
    label: 'Shirt size',
    type: 'choice',
    options: [{ label: 'S' }, { label: 'M' }, { label: 'L' }, { label: 'XL' }],
  },
  {
    appliesTo: 'client-corporations',
    label: 'Account tier',
    type: 'choice',
    options: [{ label: 'Key account' }, { label: 'Growing' }, { label: 'Occasional' }],
    isInList: true,
  },
  {
    appliesTo: 'client-corporations',
    label: 'Vendor portal',
    type: 'link',
    help: 'Where this client wants invoices uploaded.',
  },
  { appliesTo: 'job-orders', label: 'Parking on site', type: 'yesNo' },
  { appliesTo: 'job-orders', label: 'Dress code', type: 'text', isInList: true },
  {
    appliesTo: 'placements',
    label: 'Badge number',
    type: 'text',
    help: 'Given out at the client’s gate.',
  },
] as const

/** What the story's candidates answered, by their place in the list. */
export const answersOf = (index: number): Record<string, unknown> => ({
  shiftPreference: [['days'], ['days', 'weekends'], ['nights'], ['days', 'nights']][index % 4],
  ...(index % 3 === 0 ? {} : { driversLicense: index % 3 === 1 }),
  ...(index % 3 === 1 ? { licenseClass: index % 2 === 0 ? 'classC' : 'classBCommercial' } : {}),
  ...(index % 5 === 0 ? {} : { shirtSize: ['s', 'm', 'l', 'xl'][index % 4] }),
})

/** The same for the clients. */
export const factsOfClient = (index: number): Record<string, unknown> => ({
  accountTier: ['keyAccount', 'growing', 'occasional'][index % 3],
  ...(index % 3 === 0 ? { vendorPortal: 'https://vendors.example/portal' } : {}),
})
