export type Trade = keyof typeof trades

/** What CVs of a trade have in common. */
export const trades = {
  nurse: {
    title: 'Registered nurse',
    skills: ['Medical-surgical', 'Epic', 'BLS', 'Triage', 'IV therapy'],
    employers: [
      'Riverside General Hospital',
      'St. Brigid Medical Center',
      'Queens Community Clinic',
    ],
    work: 'Cared for up to six patients a shift, led handovers and mentored new graduates.',
    study: 'BSc Nursing',
  },
  reception: {
    title: 'Medical receptionist',
    skills: ['Scheduling', 'Insurance verification', 'Epic', 'Spanish', 'HIPAA'],
    employers: ['Parkside Family Practice', 'Hudson Dental Group', 'Lenox Imaging'],
    work: 'Ran the front desk of a busy practice: 80 patients a day, phones, billing codes.',
    study: 'Associate degree, health administration',
  },
  warehouse: {
    title: 'Warehouse associate',
    skills: ['Picking', 'RF scanner', 'Packing', 'Inventory counts', 'Forklift (sit-down)'],
    employers: ['Desert Freight', 'Copper State Foods', 'Pacific Parcel'],
    work: 'Picked 140 lines an hour with an error rate below one in a thousand.',
    study: 'High school diploma',
  },
  forklift: {
    title: 'Forklift operator',
    skills: ['Reach truck', 'Order picker', 'OSHA certificate', 'Cross-docking', 'Loading plans'],
    employers: ['Long Beach Terminals', 'Vernon Cold Storage', 'Desert Freight'],
    work: 'Moved 300 pallets a shift between dock and racks, without an incident in four years.',
    study: 'Forklift certification, OSHA',
  },
  engineer: {
    title: 'Mechanical engineer',
    skills: ['SolidWorks', 'FEA', 'GD&T', 'Pumps', 'Design reviews'],
    employers: ['Severn Turbines', 'Clydebank Pumps', 'Halden Marine'],
    work: 'Designed rotating equipment from concept to test bench; owned the drawings of two product lines.',
    study: 'MEng Mechanical Engineering',
  },
  commissioning: {
    title: 'Commissioning engineer',
    skills: ['PLC', 'Site acceptance tests', 'P&ID', 'Vibration analysis', 'Method statements'],
    employers: ['Northwind Energy', 'Clydebank Pumps', 'Tees Process Systems'],
    work: 'Brought eleven plants into service, from cold checks to handover.',
    study: 'BEng Electrical and Mechanical Engineering',
  },
  manager: {
    title: 'Operations manager',
    skills: ['Budgeting', 'Rostering', 'Lean', 'Vendor contracts', 'Compliance'],
    employers: ['Parkside Family Practice', 'Riverside General Hospital', 'Copper State Foods'],
    work: 'Led a team of 34, cut waiting times by a third and kept the budget.',
    study: 'MBA',
  },
} as const

type Person = {
  firstName: string
  lastName: string
  trade: Trade
  city: string
  region: string | null
  country: 'US' | 'GB'
  years: number
}

const person = (
  name: `${string} ${string}`,
  trade: Trade,
  place: keyof typeof places,
  years: number,
): Person => {
  const [firstName = '', ...rest] = name.split(' ')
  return { firstName, lastName: rest.join(' '), trade, years, ...places[place] }
}

const places = {
  nyc: { city: 'New York', region: 'NY', country: 'US' },
  brooklyn: { city: 'Brooklyn', region: 'NY', country: 'US' },
  jersey: { city: 'Jersey City', region: 'NJ', country: 'US' },
  phoenix: { city: 'Phoenix', region: 'AZ', country: 'US' },
  mesa: { city: 'Mesa', region: 'AZ', country: 'US' },
  la: { city: 'Los Angeles', region: 'CA', country: 'US' },
  london: { city: 'London', region: null, country: 'GB' },
  leeds: { city: 'Leeds', region: null, country: 'GB' },
} as const

/** Forty people; the story knows them by `firstname-lastname`. */
export const candidates: readonly Person[] = [
  person('Amara Nwosu', 'nurse', 'brooklyn', 9),
  person('Zofia Żółć', 'nurse', 'nyc', 6),
  person('Hannah Lindqvist', 'nurse', 'jersey', 4),
  person('Thuy Nguyễn', 'nurse', 'nyc', 11),
  person('Camille Dubois-Laurent', 'nurse', 'brooklyn', 3),
  person('Ravi Krishnamurthy', 'nurse', 'jersey', 7),
  person('Deborah Mc Allister', 'nurse', 'nyc', 15),
  person('Keisha Washington', 'reception', 'brooklyn', 5),
  person('Łukasz Zieliński', 'reception', 'nyc', 2),
  person('Marisol Vega', 'reception', 'nyc', 8),
  person('Aoife O’Brien', 'reception', 'brooklyn', 4),
  person('Jamal Idowu', 'reception', 'jersey', 3),
  person('Priya Raman', 'reception', 'nyc', 6),
  person('Eleni Papadopoulou', 'reception', 'brooklyn', 10),
  person('Noah Feldman', 'reception', 'nyc', 1),
  person('Wei-Ling Chen', 'reception', 'jersey', 7),
  person('Tomás Herrera', 'warehouse', 'phoenix', 4),
  person('Yolanda Begay', 'warehouse', 'phoenix', 6),
  person('Curtis Boone', 'warehouse', 'mesa', 2),
  person('Fatima al-Hashimi', 'warehouse', 'mesa', 3),
  person('Andre Baptiste', 'warehouse', 'phoenix', 8),
  person('Rosa Delgado', 'warehouse', 'phoenix', 5),
  person('Sione Tupou', 'warehouse', 'mesa', 7),
  person('Minh Trần', 'warehouse', 'phoenix', 1),
  person('Luis Ángel Robles', 'forklift', 'la', 9),
  person('Darnell Price', 'forklift', 'la', 5),
  person('Ji-woo Park', 'forklift', 'la', 3),
  person('Veronica Salas', 'forklift', 'la', 12),
  person('Hrvoje Šimić', 'forklift', 'phoenix', 6),
  person('Catherine Ashworth', 'engineer', 'london', 8),
  person('Oluwaseun Adeyemi', 'engineer', 'london', 5),
  person('Grzegorz Brzęczyszczykiewicz', 'engineer', 'leeds', 13),
  person('Máire Ní Dhomhnaill', 'engineer', 'london', 4),
  person('Rhys Llewellyn', 'commissioning', 'leeds', 10),
  person('Ana Sofia Guimarães', 'commissioning', 'london', 6),
  person('Kofi Boateng', 'commissioning', 'london', 7),
  person('Ingrid Sæther', 'commissioning', 'leeds', 3),
  person('Jonathan Mbeki', 'manager', 'nyc', 14),
  person('Leila Farahani', 'manager', 'jersey', 9),
  person('Patrick Ó Súilleabháin', 'manager', 'nyc', 18),
]

/** 'zofia-zolc': letters without their marks, words joined by hyphens. */
export const candidateKey = ({
  firstName,
  lastName,
}: {
  firstName: string
  lastName: string
}): string =>
  Array.from(`${firstName} ${lastName}`, (letter) => withoutMark[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z]+/g, '-')
    .toLowerCase()

/** Letters that Unicode does not take apart. */
const withoutMark: Record<string, string> = { ł: 'l', Ł: 'L', æ: 'ae' }
