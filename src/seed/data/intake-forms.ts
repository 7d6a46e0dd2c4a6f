type When = { key: string; is: string; values: string[] }

type Question = {
  label: string
  type:
    | 'text'
    | 'longText'
    | 'number'
    | 'choice'
    | 'choices'
    | 'yesNo'
    | 'day'
    | 'money'
    | 'email'
    | 'phone'
    | 'file'
  options?: string[]
  help?: string
  isRequired?: boolean
  target?:
    | 'company'
    | 'contactName'
    | 'email'
    | 'phone'
    | 'jobTitle'
    | 'openingsCount'
    | 'workLocation'
    | 'startsOn'
    | 'endsOn'
    | 'payFromRateE4'
    | 'payToRateE4'
    | 'salaryFromMinor'
    | 'salaryToMinor'
    | 'notes'
  showWhen?: When
  key: string
}

const whoAsks: readonly Question[] = [
  { key: 'company', label: 'Company', type: 'text', isRequired: true, target: 'company' },
  { key: 'yourName', label: 'Your name', type: 'text', isRequired: true, target: 'contactName' },
  { key: 'email', label: 'E-mail', type: 'email', isRequired: true, target: 'email' },
  { key: 'phone', label: 'Phone', type: 'phone', target: 'phone' },
]

/** The intake forms of the demo, and the first that somebody looks at. */
export const intakeForms: readonly {
  name: string
  slug: string
  lead: string
  currency: string
  questions: readonly Question[]
}[] = [
  {
    name: 'Nursing staff',
    slug: 'nursing',
    lead: 'For wards, clinics and care at home. A nurse manager of ours calls you the same day.',
    currency: 'USD',
    questions: [
      ...whoAsks,
      {
        key: 'role',
        label: 'Whom do you need?',
        type: 'choice',
        options: ['Registered nurse', 'Licensed practical nurse', 'Nursing assistant'],
        isRequired: true,
        target: 'jobTitle',
      },
      {
        key: 'ward',
        label: 'Where do they work?',
        type: 'choice',
        options: ['Intensive care', 'Emergency', 'Medical-surgical', 'Care at home'],
        isRequired: true,
      },
      {
        key: 'ventilated',
        label: 'Will they care for ventilated patients?',
        type: 'yesNo',
        isRequired: true,
        showWhen: { key: 'ward', is: 'any-of', values: ['Intensive care', 'Emergency'] },
      },
      {
        key: 'driving',
        label: 'Who drives them from patient to patient?',
        type: 'text',
        showWhen: { key: 'ward', is: 'any-of', values: ['Care at home'] },
      },
      {
        key: 'shifts',
        label: 'Which shifts?',
        type: 'choices',
        options: ['Days', 'Evenings', 'Nights', 'Weekends'],
        isRequired: true,
      },
      {
        key: 'howMany',
        label: 'How many people?',
        type: 'number',
        isRequired: true,
        target: 'openingsCount',
      },
      {
        key: 'place',
        label: 'Address of the ward',
        type: 'text',
        target: 'workLocation',
        help: 'Street and town.',
      },
      { key: 'startsOn', label: 'From', type: 'day', target: 'startsOn' },
      { key: 'endsOn', label: 'Until', type: 'day', target: 'endsOn' },
      { key: 'payFrom', label: 'Pay per hour from', type: 'money', target: 'payFromRateE4' },
      { key: 'payTo', label: 'Pay per hour to', type: 'money', target: 'payToRateE4' },
      {
        key: 'ratio',
        label: 'Staffing plan of the ward',
        type: 'file',
        help: 'If you have one at hand.',
      },
      { key: 'notes', label: 'Anything we should know', type: 'longText', target: 'notes' },
    ],
  },
  {
    name: 'IT specialists',
    slug: 'it',
    lead: 'Developers, administrators and support, for a project or for good.',
    currency: 'USD',
    questions: [
      ...whoAsks,
      { key: 'role', label: 'Role', type: 'text', isRequired: true, target: 'jobTitle' },
      {
        key: 'skills',
        label: 'What must they know?',
        type: 'longText',
        isRequired: true,
        target: 'notes',
        help: 'Languages, systems, certificates.',
      },
      {
        key: 'isPermanent',
        label: 'Is it a permanent position?',
        type: 'yesNo',
        isRequired: true,
      },
      {
        key: 'salaryFrom',
        label: 'Salary per year from',
        type: 'money',
        target: 'salaryFromMinor',
        showWhen: { key: 'isPermanent', is: 'any-of', values: ['yes'] },
      },
      {
        key: 'salaryTo',
        label: 'Salary per year to',
        type: 'money',
        target: 'salaryToMinor',
        showWhen: { key: 'isPermanent', is: 'any-of', values: ['yes'] },
      },
      {
        key: 'rateTo',
        label: 'Rate per hour at most',
        type: 'money',
        target: 'payToRateE4',
        showWhen: { key: 'isPermanent', is: 'any-of', values: ['no'] },
      },
      {
        key: 'howMany',
        label: 'How many people?',
        type: 'number',
        isRequired: true,
        target: 'openingsCount',
      },
      {
        key: 'budget',
        label: 'Who approves a team of that size?',
        type: 'text',
        showWhen: { key: 'howMany', is: 'at-least', values: ['5'] },
      },
      {
        key: 'place',
        label: 'Where do they work?',
        type: 'text',
        target: 'workLocation',
        help: 'Town, or remote.',
      },
      { key: 'startsOn', label: 'Start', type: 'day', target: 'startsOn' },
      { key: 'description', label: 'Description of the job', type: 'file' },
    ],
  },
]

/** What two clients wrote into the form for nurses. */
export const filledForms = (calendar: { day: (days: number) => string }) => [
  {
    key: 'icu-nights',
    daysAgo: 2,
    answers: {
      company: 'Saint Brigid Hospital',
      yourName: 'Noor Haddad',
      email: 'noor.haddad@saint-brigid.example',
      phone: '+1 212 555 0138',
      role: 'Registered nurse',
      ward: 'Intensive care',
      ventilated: true,
      shifts: ['Nights', 'Weekends'],
      howMany: 3,
      place: '410 East 19th Street, New York',
      startsOn: calendar.day(16),
      endsOn: calendar.day(106),
      payFrom: '54.00',
      payTo: '61.50',
      notes: 'Two of our own are on leave until spring.',
    },
  },
  {
    key: 'home-care',
    daysAgo: 1,
    answers: {
      company: 'Larkspur Home Care',
      yourName: 'Ellis Grant',
      email: 'ellis@larkspur-care.example',
      role: 'Nursing assistant',
      ward: 'Care at home',
      driving: 'Our own drivers',
      shifts: ['Days'],
      howMany: 4,
      startsOn: calendar.day(9),
      payFrom: '26.00',
      payTo: '23.50',
    },
  },
]
