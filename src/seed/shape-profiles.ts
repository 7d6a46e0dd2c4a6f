import type { PayloadRequest } from 'payload'

import type { Day } from '#plugins/kernel/domain'
import { candidateKey, trades, type candidates } from './data/candidates'

/** What a recruiter has noted of somebody's career, languages and free times. */
export const profileOf = ({
  person,
  index,
  skillIds,
  today,
  day,
}: {
  person: (typeof candidates)[number]
  index: number
  /** The agency's skills by name. */
  skillIds: ReadonlyMap<string, string>
  today: Day
  day: (days: number) => Day
}) => {
  const { trade, years, city, country } = person
  const { title, employers, work, skills } = trades[trade]
  const [newest = '', older = ''] = [0, 1].map(
    (shift) => employers[(index + shift) % employers.length] ?? '',
  )
  const thisYear = Number(today.slice(0, 4))
  const month = (yearsAgo: number, shift: number) =>
    `${thisYear - yearsAgo}-${String(1 + ((index * 5 + shift) % 9)).padStart(2, '0')}`
  const recent = Math.max(1, Math.ceil(years / 2))
  const isBritish = country === 'GB'
  return {
    postcode: postcodes[city] ?? null,
    workHistory: [
      {
        title,
        employer: newest,
        place: city,
        startedIn: month(recent, 2),
        endedIn: index % 3 === 0 ? today.slice(0, 7) : null,
        description: work,
      },
      ...(years > 2
        ? [
            {
              title,
              employer: older,
              place: city,
              startedIn: month(years, 0),
              endedIn: month(recent, 1),
              description: 'Learned the trade from people who had done it for twenty years.',
            },
          ]
        : []),
    ],
    education: [{ ...studies[trade], endedIn: thisYear - years - 1 }],
    languages: [
      { language: 'en' as const, level: mothers[candidateKey(person)] ? 'c1' : 'native' } as const,
      ...(mothers[candidateKey(person)] ?? []).map(
        (language) => ({ language, level: 'native' }) as const,
      ),
    ],
    expertise: skills.slice(0, 3).flatMap((name, place) => {
      const skill = skillIds.get(name)
      return skill
        ? [{ skill, years: Math.max(1, years - place * 2), lastUsedYear: thisYear - (place % 2) }]
        : []
    }),
    employmentTypes: wishes[index % wishes.length] ?? [],
    maxDistanceKm: [15, 30, 50, 80][index % 4] ?? 30,
    willRelocate: index % 6 === 0,
    ...(index % 4 === 1
      ? {
          availability: [
            { kind: 'available' as const, from: day(3), to: day(60), note: null },
            {
              kind: 'unavailable' as const,
              from: day(17),
              to: day(24),
              note: isBritish ? 'Holiday booked' : 'Vacation booked',
            },
          ],
        }
      : {}),
  }
}

export const skillIdsByName = async (req: PayloadRequest): Promise<ReadonlyMap<string, string>> => {
  const { docs } = await req.payload.find({
    collection: 'skills',
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return new Map(docs.map(({ name, id }) => [name, id]))
}

const wishes = [
  ['permanent'],
  ['temp'],
  ['temp', 'contract'],
  ['permanent', 'contract'],
] satisfies ('permanent' | 'contract' | 'temp')[][]

const postcodes: Record<string, string> = {
  'New York': '10016',
  Brooklyn: '11215',
  'Jersey City': '07302',
  Phoenix: '85004',
  Mesa: '85201',
  'Los Angeles': '90021',
  London: 'SE1 7PB',
  Leeds: 'LS1 4DY',
}

const studies = {
  nurse: { institution: 'Hunter College', degree: 'BSc', subject: 'Nursing' },
  reception: {
    institution: 'Borough Community College',
    degree: 'Associate degree',
    subject: 'Health administration',
  },
  warehouse: { institution: 'Central High School', degree: 'High school diploma', subject: null },
  forklift: { institution: 'Central High School', degree: 'High school diploma', subject: null },
  engineer: {
    institution: 'University of Leeds',
    degree: 'MEng',
    subject: 'Mechanical Engineering',
  },
  commissioning: {
    institution: 'Teesside University',
    degree: 'BEng',
    subject: 'Electrical and Mechanical Engineering',
  },
  manager: { institution: 'Baruch College', degree: 'MBA', subject: 'Operations' },
} as const

/** Mother tongues besides English. */
const mothers: Record<string, ('pl' | 'vi' | 'fr' | 'es' | 'sv' | 'ar' | 'hr' | 'ko' | 'pt')[]> = {
  'zofia-zolc': ['pl'],
  'thuy-nguyen': ['vi'],
  'camille-dubois-laurent': ['fr'],
  'hannah-lindqvist': ['sv'],
  'lukasz-zielinski': ['pl'],
  'marisol-vega': ['es'],
  'tomas-herrera': ['es'],
  'fatima-al-hashimi': ['ar'],
  'rosa-delgado': ['es'],
  'luis-angel-robles': ['es'],
  'hrvoje-simic': ['hr'],
  'ji-woo-park': ['ko'],
  'grzegorz-brzeczyszczykiewicz': ['pl'],
  'ana-sofia-guimaraes': ['pt'],
}
