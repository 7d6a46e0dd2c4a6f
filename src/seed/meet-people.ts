import { storeDocument } from '#plugins/crm'
import { requestFor } from '#plugins/kernel'
import { renderCv } from './cv-pdf'
import { candidateKey, candidates, trades } from './data/candidates'
import { clients } from './data/clients'
import { newPassword, type Login } from './found-agency'
import { answersOf, factsOfClient } from './shape-fields'
import { profileOf, skillIdsByName } from './shape-profiles'
import type { Story } from './story'

/** Three clients with their people and places. */
export const meetClients = async (story: Story): Promise<void> => {
  await story.at(58, '10:30')
  await story.system(async (req) => {
    const common = { req, overrideAccess: true, depth: 0 } as const
    for (const [index, client] of clients.entries()) {
      const { key, entity, owner, data, contacts, locations } = client
      const made = await req.payload.create({
        collection: 'client-corporations',
        data: {
          ...data,
          status: 'active',
          custom: factsOfClient(index),
          owner: story.ids.of(`staff:${owner}`),
          legalEntity: story.ids.of(`entity:${entity}`),
        },
        ...common,
      })
      story.ids.keep(`client:${key}`, made.id)
      for (const { key: contact, ...person } of contacts) {
        const created = await req.payload.create({
          collection: 'client-contacts',
          data: { ...person, client: made.id, email: emailAt({ ...person, host: data.website }) },
          ...common,
        })
        story.ids.keep(`contact:${contact}`, created.id)
      }
      for (const { key: place, ...location } of locations) {
        const created = await req.payload.create({
          collection: 'work-locations',
          data: { ...location, client: made.id },
          ...common,
        })
        story.ids.keep(`place:${place}`, created.id)
      }
    }
  })
}

/** Those who first come by a website, in their own scene: everybody else the recruiters know before. */
export const newcomers: readonly string[] = ['noah-feldman', 'wei-ling-chen', 'minh-tran']

/** The people the recruiters know, each with a CV whose text can be searched. */
export const meetCandidates = async (story: Story): Promise<void> => {
  await story.at(55, '16:00')
  const { today, day } = story.calendar
  const skillIds = await skillIdsByName(
    await requestFor({ payload: story.payload, actor: { kind: 'system', id: 'demo' } }),
  )
  for (const [index, person] of candidates.entries()) {
    const key = candidateKey(person)
    if (newcomers.includes(key)) continue
    const cv = await renderCv(cvOf({ person, index }))
    await story.system(async (req) => {
      const candidate = await req.payload.create({
        collection: 'candidates',
        data: {
          state: 'new',
          ...candidateData({ person, index }),
          ...profileOf({ person, index, skillIds, today, day }),
          source: index % 3 === 0 ? 'referral' : 'staff',
          custom: answersOf(index),
          owner: story.ids.of(`staff:${ownerOf(person.trade)}`),
        },
        req,
        overrideAccess: true,
        depth: 0,
      })
      story.ids.keep(`candidate:${key}`, candidate.id)
      const stored = await storeDocument({
        req,
        file: { bytes: cv, filename: `cv-${key}.pdf` },
        kind: 'cv',
        title: `CV ${person.firstName} ${person.lastName}`,
        candidateId: candidate.id,
      })
      if (!stored.ok) throw new Error(stored.failure.message)
    })
  }
  await grantCredentials(story)
  await setStandings(story)
}

/** What a newcomer types into the form of the website. */
export const applicationOf = async (key: string) => {
  const index = candidates.findIndex((person) => candidateKey(person) === key)
  const person = candidates[index]
  if (!person) throw new Error(`There is nobody called ${key}.`)
  const { firstName, lastName, email, phone, city, region, country, headline } = candidateData({
    person,
    index,
  })
  const cv = newcomers.includes(key) ? await renderCv(cvOf({ person, index })) : null
  return {
    firstName,
    lastName,
    email,
    phone,
    city,
    region,
    country,
    headline,
    agreesToApplication: true,
    agreesToTalentPool: index % 2 === 0,
    ...(cv
      ? {
          cv: {
            filename: `cv-${key}.pdf`,
            contentBase64: Buffer.from(cv).toString('base64'),
          },
        }
      : {}),
  }
}

/** One candidate and one contact who can sign in to the portals. */
export const openPortals = async (story: Story): Promise<Login[]> => {
  await story.at(30, '11:00')
  const logins: Login[] = []
  for (const { role, input } of [
    {
      role: 'candidate portal',
      input: { candidateId: story.ids.of('candidate:keisha-washington') },
    },
    { role: 'client portal', input: { contactId: story.ids.of('contact:rosalind') } },
  ]) {
    await story.staff({ as: 'helen', command: 'grant-portal-access', input })
    const password = newPassword()
    const { docs } = await story.payload.find({
      collection: 'portal-accounts',
      sort: '-createdAt',
      limit: 1,
      depth: 0,
      overrideAccess: true,
    })
    const account = docs[0]
    if (!account) throw new Error('No portal account was made.')
    await story.payload.update({
      collection: 'portal-accounts',
      id: account.id,
      data: { password, zone: 'America/New_York' },
      req: await requestFor({ payload: story.payload, actor: { kind: 'system', id: 'demo' } }),
      overrideAccess: true,
      depth: 0,
    })
    logins.push({ role, email: account.email, password })
  }
  return logins
}

type Known = { person: (typeof candidates)[number]; index: number }

const candidateData = ({ person, index }: Known) => {
  const { firstName, lastName, trade, city, region, country, years } = person
  const isBritish = country === 'GB'
  const digits = String(index + 10).padStart(2, '0')
  return {
    firstName,
    lastName,
    email: `${candidateKey(person).replaceAll('-', '.')}@mail.example`,
    phone: isBritish ? `+44 20 7946 09${digits}` : `+1 ${areaCodes[city] ?? '212'} 555 01${digits}`,
    city,
    region,
    country,
    headline: `${trades[trade].title}, ${years} ${years === 1 ? 'year' : 'years'}`,
    skills: trades[trade].skills.filter((_, skill) => (skill + index) % 4 !== 0),
    currency: isBritish ? 'GBP' : 'USD',
    zone: isBritish ? 'Europe/London' : (zones[city] ?? 'America/New_York'),
    locale: isBritish ? 'en-GB' : 'en-US',
  }
}

const areaCodes: Record<string, string> = {
  'New York': '212',
  Brooklyn: '718',
  'Jersey City': '201',
  Phoenix: '602',
  Mesa: '480',
  'Los Angeles': '213',
}

const zones: Record<string, string> = {
  Phoenix: 'America/Phoenix',
  Mesa: 'America/Phoenix',
  'Los Angeles': 'America/Los_Angeles',
}

const cvOf = ({ person, index }: Known) => {
  const { firstName, lastName, trade, years, city } = person
  const { email, phone, headline, skills } = candidateData({ person, index })
  const { title, employers, work, study } = trades[trade]
  const [first, second] = [0, 1].map((shift) => employers[(index + shift) % employers.length] ?? '')
  const recent = Math.max(1, Math.ceil(years / 2))
  return {
    name: `${firstName} ${lastName}`,
    headline,
    contact: `${city} · ${email} · ${phone}`,
    summary: `${title} with ${years} years of experience, looking for a team where good work is noticed.`,
    jobs: [
      { title, employer: first ?? '', years: `the last ${recent} years`, work },
      ...(years > 2
        ? [
            {
              title,
              employer: second ?? '',
              years: `${years - recent} years before`,
              work: 'Learned the trade from people who had done it for twenty years.',
            },
          ]
        : []),
    ],
    skills,
    study,
  }
}

const ownerOf = (trade: keyof typeof trades): string => {
  switch (trade) {
    case 'nurse':
    case 'manager':
      return 'maya'
    case 'reception':
      return 'kwame'
    case 'warehouse':
    case 'forklift':
      return 'diego'
    case 'engineer':
    case 'commissioning':
      return 'siobhan'
  }
}

/** Licenses of the nurses and forklift certificates: most verified, one run out. */
const grantCredentials = async (story: Story): Promise<void> =>
  await story.system(async (req) => {
    for (const [candidate, type, state, validDays] of [
      ['zofia-zolc', 'rn-licence', 'verified', 620],
      ['amara-nwosu', 'rn-licence', 'verified', 410],
      ['hannah-lindqvist', 'rn-licence', 'submitted', 300],
      ['thuy-nguyen', 'rn-licence', 'expired', -12],
      ['luis-angel-robles', 'forklift', 'verified', 800],
      ['darnell-price', 'forklift', 'verified', 95],
      ['veronica-salas', 'forklift', 'verified', 200],
      ['hrvoje-simic', 'forklift', 'verified', 150],
      ['ji-woo-park', 'forklift', 'missing', 0],
    ] as const)
      await req.payload.create({
        collection: 'credentials',
        data: {
          candidate: story.ids.of(`candidate:${candidate}`),
          type: story.ids.of(`credential:${type}`),
          state,
          ...(state === 'missing' ? {} : { expiresOn: story.calendar.day(validDays) }),
        },
        req,
        overrideAccess: true,
        depth: 0,
      })
  })

/** A few people the recruiters have judged already. */
const setStandings = async (story: Story): Promise<void> =>
  await story.system(async (req) => {
    for (const [candidate, state] of [
      ['deborah-mc-allister', 'active'],
      ['camille-dubois-laurent', 'inactive'],
      ['grzegorz-brzeczyszczykiewicz', 'active'],
      ['oluwaseun-adeyemi', 'active'],
    ] as const)
      await req.payload.update({
        collection: 'candidates',
        id: story.ids.of(`candidate:${candidate}`),
        data: { state },
        req,
        overrideAccess: true,
        depth: 0,
      })
  })

const emailAt = ({
  firstName,
  lastName,
  host,
}: {
  firstName: string
  lastName: string
  host: string
}): string => `${firstName}.${lastName}@${new URL(host).hostname}`.toLowerCase()
