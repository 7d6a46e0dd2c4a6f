import type { ClientKey, ContactKey, LocationKey } from './clients'
import type { SiteKey } from './agency'
import type { StaffKey } from './staff'

type Order = {
  key: string
  client: ClientKey
  contact: ContactKey
  place: LocationKey
  owner: StaffKey
  /** Days ago on which the client called, and on which work began. */
  calledAgo: number
  activeAgo?: number
  site?: SiteKey
  credential?: 'rn-licence' | 'forklift'
  /** What the intake call brought to light; none: it is still to be held. */
  asked?: Asked
  /** The talks that the client wants with everybody. */
  rounds?: readonly Round[]
  /** Days from today on which it begins; without it two weeks after the call. */
  startsIn?: number
  /** Days from today until which it is ours alone. */
  exclusiveDays?: number
  terms: {
    title: string
    employmentType: 'permanent' | 'contract' | 'temp'
    openingsCount: number
    description: string
    mustHaves: string[]
    niceToHaves?: string[]
    currency: 'USD' | 'GBP'
    payRateE4?: number
    billRateE4?: number
    salaryFromMinor?: number
    salaryToMinor?: number
    feeBp?: number
    hoursPerWeekMinutes?: number
    screeningQuestion?: string
    screeningKind?: 'yes_no' | 'text'
    screeningKnockOut?: 'yes' | 'no'
  }
}

type Round = {
  name: string
  mode: 'phone' | 'video' | 'onsite'
  minutes: number
  with: readonly ContactKey[]
  criteria?: string[]
}

type Asked = {
  category: string
  vacancyApproval: 'approved' | 'unknown'
  advertCheck: 'lawful'
  feeKind: 'percent' | 'hourly' | 'retained'
  interviewSlots?: number
  feedbackSlaHours?: number
  competingAgencies?: number
  consequence?: string
  payP25RateE4?: number
  payP50RateE4?: number
  salaryP25Minor?: number
  salaryP50Minor?: number
}

const fullTime = 40 * 60

const real = { vacancyApproval: 'approved', advertCheck: 'lawful' } as const

/** The orders in the sequence in which clients called. */
export const orders: readonly Order[] = [
  {
    key: 'design-engineer',
    client: 'thames',
    contact: 'alasdair',
    place: 'london',
    owner: 'siobhan',
    calledAgo: 54,
    activeAgo: 53,
    site: 'northline',
    asked: {
      ...real,
      category: 'Engineering',
      feeKind: 'percent',
      feedbackSlaHours: 48,
      interviewSlots: 2,
      salaryP25Minor: 54_000_00,
      salaryP50Minor: 61_000_00,
    },
    terms: {
      title: 'Mechanical design engineer',
      employmentType: 'permanent',
      openingsCount: 1,
      description:
        'You design pump casings and rotor assemblies from first sketch to test bench, in a team of nine.',
      mustHaves: ['Five years of mechanical design', 'SolidWorks', 'GD&T'],
      niceToHaves: ['Marine experience'],
      currency: 'GBP',
      salaryFromMinor: 58_000_00,
      salaryToMinor: 66_000_00,
      feeBp: 2_000,
    },
  },
  {
    key: 'payroll-specialist',
    client: 'meridian',
    contact: 'rosalind',
    place: 'midtown',
    owner: 'kwame',
    calledAgo: 48,
    activeAgo: 47,
    terms: {
      title: 'Payroll specialist',
      employmentType: 'contract',
      openingsCount: 1,
      description: 'Cover for a parental leave of six months in a payroll team of four.',
      mustHaves: ['ADP', 'Multi-state payroll'],
      currency: 'USD',
      payRateE4: 340_000,
      billRateE4: 493_000,
    },
  },
  {
    key: 'warehouse',
    client: 'sonoran',
    contact: 'lupe',
    place: 'phoenix',
    owner: 'diego',
    calledAgo: 46,
    activeAgo: 45,
    site: 'harbour',
    exclusiveDays: 20,
    asked: {
      ...real,
      category: 'Warehouse',
      feeKind: 'hourly',
      interviewSlots: 2,
      feedbackSlaHours: 24,
      competingAgencies: 0,
      consequence: 'The second shift cannot open before the holidays.',
      payP25RateE4: 195_000,
      payP50RateE4: 208_000,
    },
    terms: {
      title: 'Warehouse associate',
      employmentType: 'temp',
      openingsCount: 8,
      description:
        'Pick, pack and load in a bright new distribution center. Day shift from six to half past two, Monday to Friday.',
      mustHaves: ['Can lift 50 lb', 'RF scanner', 'Steel-toe boots'],
      niceToHaves: ['Sit-down forklift'],
      currency: 'USD',
      payRateE4: 210_000,
      billRateE4: 304_500,
      hoursPerWeekMinutes: fullTime,
      screeningQuestion: 'Can you start at six in the morning?',
      screeningKind: 'yes_no',
      screeningKnockOut: 'no',
    },
  },
  {
    key: 'forklift',
    client: 'sonoran',
    contact: 'dwayne',
    place: 'los-angeles',
    owner: 'diego',
    calledAgo: 40,
    activeAgo: 39,
    site: 'harbour',
    credential: 'forklift',
    asked: {
      ...real,
      category: 'Warehouse',
      feeKind: 'hourly',
      feedbackSlaHours: 48,
      competingAgencies: 1,
      interviewSlots: 1,
      payP25RateE4: 230_000,
      payP50RateE4: 250_000,
    },
    terms: {
      title: 'Forklift operator',
      employmentType: 'temp',
      openingsCount: 4,
      description:
        'Reach truck and order picker at a cross-dock near the river. Day and late shift.',
      mustHaves: ['Valid forklift certificate', 'Two years on a reach truck'],
      currency: 'USD',
      payRateE4: 252_500,
      billRateE4: 378_750,
      hoursPerWeekMinutes: fullTime,
    },
  },
  {
    key: 'yard-supervisor',
    client: 'sonoran',
    contact: 'lupe',
    place: 'phoenix',
    owner: 'diego',
    calledAgo: 36,
    activeAgo: 35,
    terms: {
      title: 'Yard supervisor',
      employmentType: 'permanent',
      openingsCount: 1,
      description: 'Leads two yard jockeys and the gate.',
      mustHaves: ['Supervised a yard or dock'],
      currency: 'USD',
      salaryFromMinor: 64_000_00,
      salaryToMinor: 70_000_00,
      feeBp: 1_800,
    },
  },
  {
    key: 'front-desk',
    client: 'meridian',
    contact: 'rosalind',
    place: 'midtown',
    owner: 'kwame',
    calledAgo: 34,
    activeAgo: 33,
    site: 'harbour',
    asked: {
      ...real,
      category: 'Office',
      feeKind: 'hourly',
      competingAgencies: 1,
      feedbackSlaHours: 48,
      payP25RateE4: 225_000,
      payP50RateE4: 255_000,
    },
    terms: {
      title: 'Medical receptionist',
      employmentType: 'temp',
      openingsCount: 3,
      description:
        'The first face our patients see: scheduling, insurance, and a calm word. Epic is taught on the job.',
      mustHaves: ['One year at a front desk', 'Friendly on the phone'],
      niceToHaves: ['Spanish', 'Epic'],
      currency: 'USD',
      payRateE4: 245_000,
      billRateE4: 363_000,
      hoursPerWeekMinutes: 37 * 60 + 30,
      screeningQuestion: 'Which scheduling systems have you worked with?',
      screeningKind: 'text',
    },
  },
  {
    key: 'supply-room',
    client: 'meridian',
    contact: 'rosalind',
    place: 'phoenix-clinic',
    owner: 'diego',
    calledAgo: 32,
    activeAgo: 31,
    terms: {
      title: 'Supply technician, weekends',
      employmentType: 'temp',
      openingsCount: 1,
      description: 'Keeps the supply room of the clinic stocked, Saturdays and some evenings.',
      mustHaves: ['Inventory counts'],
      currency: 'USD',
      payRateE4: 228_000,
      billRateE4: 335_000,
    },
  },
  {
    key: 'commissioning',
    rounds: [
      {
        name: 'At the works',
        mode: 'onsite',
        minutes: 60,
        with: ['alasdair'],
        criteria: ['Pump test stands', 'Safety', 'Reports'],
      },
    ],
    client: 'thames',
    contact: 'alasdair',
    place: 'london',
    owner: 'siobhan',
    calledAgo: 30,
    activeAgo: 29,
    site: 'northline',
    exclusiveDays: 12,
    asked: {
      ...real,
      category: 'Engineering',
      feeKind: 'hourly',
      interviewSlots: 1,
      feedbackSlaHours: 48,
      payP25RateE4: 380_000,
      payP50RateE4: 415_000,
    },
    terms: {
      title: 'Commissioning engineer',
      employmentType: 'contract',
      openingsCount: 2,
      description: 'Bring two pump test stands into service, from cold checks to handover.',
      mustHaves: ['Site acceptance tests', 'PLC'],
      niceToHaves: ['Vibration analysis'],
      currency: 'GBP',
      payRateE4: 420_000,
      billRateE4: 567_000,
      hoursPerWeekMinutes: fullTime,
    },
  },
  {
    key: 'ops-manager',
    rounds: [
      {
        name: 'First talk',
        mode: 'onsite',
        minutes: 60,
        with: ['rosalind', 'pritam'],
        criteria: ['Leading a clinic', 'Budgets', 'Inspections', 'Calm under pressure'],
      },
      { name: 'With the board', mode: 'video', minutes: 45, with: ['rosalind'] },
    ],
    client: 'meridian',
    contact: 'rosalind',
    place: 'midtown',
    owner: 'maya',
    calledAgo: 26,
    activeAgo: 25,
    site: 'harbour',
    startsIn: 13,
    exclusiveDays: 25,
    asked: {
      ...real,
      category: 'Health care',
      feeKind: 'retained',
      interviewSlots: 4,
      feedbackSlaHours: 24,
      competingAgencies: 0,
      consequence: 'The inspection in spring has nobody to answer for it.',
      salaryP25Minor: 115_000_00,
      salaryP50Minor: 128_000_00,
    },
    terms: {
      title: 'Clinic operations manager',
      employmentType: 'permanent',
      openingsCount: 1,
      description:
        'Runs the day of a clinic with 120 people: rosters, budget, vendors, inspections.',
      mustHaves: ['Led a team of 20 or more', 'Health care'],
      currency: 'USD',
      salaryFromMinor: 120_000_00,
      salaryToMinor: 140_000_00,
      feeBp: 2_200,
    },
  },
  {
    key: 'logistics-coordinator',
    client: 'sonoran',
    contact: 'lupe',
    place: 'phoenix',
    owner: 'diego',
    calledAgo: 18,
    activeAgo: 17,
    terms: {
      title: 'Logistics coordinator',
      employmentType: 'contract',
      openingsCount: 1,
      description: 'Books carriers and chases proofs of delivery.',
      mustHaves: ['TMS experience'],
      currency: 'USD',
      payRateE4: 290_000,
      billRateE4: 420_500,
    },
  },
  {
    key: 'maintenance-technician',
    client: 'sonoran',
    contact: 'dwayne',
    place: 'los-angeles',
    owner: 'diego',
    calledAgo: 6,
    asked: {
      category: 'Maintenance',
      vacancyApproval: 'unknown',
      advertCheck: 'lawful',
      feeKind: 'hourly',
      competingAgencies: 3,
      payP25RateE4: 310_000,
      payP50RateE4: 345_000,
    },
    terms: {
      title: 'Maintenance technician',
      employmentType: 'temp',
      openingsCount: 1,
      description: 'Conveyors, dock doors, chargers. Some weekends.',
      mustHaves: ['Electrical troubleshooting'],
      currency: 'USD',
      payRateE4: 330_000,
      billRateE4: 478_500,
    },
  },
]

/** What clients asked for on the website, and what became of it. */
export const requests = [
  {
    key: 'cad-technician',
    daysAgo: 9,
    input: {
      company: 'Thames & Tyne Engineering',
      contactName: 'Alasdair Murray',
      email: 'alasdair.murray@thamesandtyne.example',
      phone: '+44 20 7946 0141',
      country: 'GB',
      jobTitle: 'CAD technician',
      openingsCount: 1,
      workLocation: 'Foundry Lane works, London',
      currency: 'GBP',
      payFromRateE4: 240_000,
      payToRateE4: 280_000,
      notes: 'Three months, possibly longer. Drawings for the new casing line.',
    },
  },
  {
    key: 'holiday-pickers',
    daysAgo: 8,
    input: {
      company: 'Bluebird Toys',
      contactName: 'Martha Quinn',
      email: 'martha.quinn@bluebirdtoys.example',
      jobTitle: 'Pickers for the holidays',
      openingsCount: 25,
      workLocation: 'Newark, New Jersey',
      currency: 'USD',
      payFromRateE4: 110_000,
      payToRateE4: 120_000,
      notes: 'We would like to pay by the parcel.',
    },
  },
  {
    key: 'night-porter',
    daysAgo: 4,
    input: {
      company: 'Hotel Almondine',
      contactName: 'Félix Delacroix',
      email: 'felix@almondine.example',
      jobTitle: 'Night porter',
      openingsCount: 2,
      workLocation: 'Manhattan',
      currency: 'USD',
    },
  },
  {
    key: 'nurse-educator',
    daysAgo: 1,
    input: {
      company: 'Meridian Health Partners',
      contactName: 'Rosalind Achterberg',
      email: 'rosalind.achterberg@meridianhealth.example',
      jobTitle: 'Nurse educator',
      openingsCount: 1,
      workLocation: 'Midtown clinic, New York',
      currency: 'USD',
      payPeriod: 'year',
      salaryFromMinor: 98_000_00,
      salaryToMinor: 112_000_00,
      notes: 'To build up our onboarding for new graduates.',
    },
  },
  {
    key: 'welders',
    daysAgo: 0,
    input: {
      company: 'Kestrel Yachts',
      contactName: 'Bronwen Pugh',
      email: 'bronwen.pugh@kestrelyachts.example',
      phone: '+44 20 7946 0177',
      country: 'GB',
      jobTitle: 'TIG welder',
      openingsCount: 3,
      workLocation: 'Southampton',
      currency: 'GBP',
      payFromRateE4: 230_000,
      payToRateE4: 265_000,
    },
  },
] as const
