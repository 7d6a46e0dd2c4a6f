import { randomBytes } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'

import { ensureDefaultRoles, importHolidays } from '#plugins/agency'
import { ensureLegalTexts, ensurePlaces, ensureRetentionRules, ensureSkills } from '#plugins/crm'
import { requestFor, runCommand } from '#plugins/kernel'
import { ensureDefaultPlaybooks, ensureDefaultStages } from '#plugins/pipeline'
import { brands, holidayCalendars, legalEntities, offices, sites } from './data/agency'
import { staff, staffEmail } from './data/staff'
import { richTextOf } from './rich-text'
import { putForms } from './put-forms'
import { routeWork } from './route-work'
import { shapeFields } from './shape-fields'
import type { Story } from './story'

export type Login = { role: string; email: string; password: string }

/** The agency itself: companies, offices, colleagues with their logins, websites, fields of its own. */
export const foundAgency = async (story: Story): Promise<Login[]> => {
  const { payload } = story
  await story.at(60, '09:00')
  await foundCompanies(story)
  const roles = await rolesByKey(
    await requestFor({ payload, actor: { kind: 'system', id: 'demo' } }),
  )
  const logins = await Promise.all(
    staff.map(async ({ key, name, role, jobTitle, office }) => {
      const place = offices.find((one) => one.key === office) ?? offices[0]
      const password = newPassword()
      const user = await payload.create({
        collection: 'users',
        data: {
          name,
          email: staffEmail(name),
          password,
          jobTitle,
          roles: [roles.get(role) ?? ''],
          office: story.ids.of(`office:${place.key}`),
          zone: place.zone,
          locale: place.locale,
        },
        req: await requestFor({ payload, actor: { kind: 'system', id: 'demo' } }),
        overrideAccess: true,
        depth: 0,
      })
      story.ids.keep(`staff:${key}`, user.id)
      return { role, email: user.email, password }
    }),
  )
  await openSites(story)
  await shapeFields(story)
  await routeWork(story)
  await putForms(story)
  return logins
}

/** Roles, stages, retention rules and legal texts that every agency begins with; safe to repeat. */
export const layGround = async ({ payload }: { payload: Payload }): Promise<void> => {
  const req = await requestFor({ payload, actor: { kind: 'system', id: 'demo' } })
  const roles = await runCommand({ command: ensureDefaultRoles, req, input: {} })
  if (!roles.ok) throw new Error(roles.failure.message)
  const stages = await runCommand({ command: ensureDefaultStages, req, input: {} })
  if (!stages.ok) throw new Error(stages.failure.message)
  const playbooks = await runCommand({ command: ensureDefaultPlaybooks, req, input: {} })
  if (!playbooks.ok) throw new Error(playbooks.failure.message)
  const rules = await runCommand({ command: ensureRetentionRules, req, input: {} })
  if (!rules.ok) throw new Error(rules.failure.message)
  const texts = await runCommand({ command: ensureLegalTexts, req, input: {} })
  if (!texts.ok) throw new Error(texts.failure.message)
  const skills = await runCommand({ command: ensureSkills, req, input: {} })
  if (!skills.ok) throw new Error(skills.failure.message)
  const places = await runCommand({ command: ensurePlaces, req, input: {} })
  if (!places.ok) throw new Error(places.failure.message)
}

export const rolesByKey = async (req: PayloadRequest): Promise<ReadonlyMap<string, string>> => {
  const { docs } = await req.payload.find({
    collection: 'roles',
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return new Map(docs.map(({ key, id }) => [key, id]))
}

/** Long enough for nobody to guess, short enough to be typed once. */
export const newPassword = (): string => randomBytes(9).toString('base64url')

const foundCompanies = async (story: Story): Promise<void> =>
  await story.system(async (req) => {
    const common = { req, overrideAccess: true, depth: 0 } as const
    for (const { key, data } of legalEntities) {
      const entity = await req.payload.create({ collection: 'legal-entities', data, ...common })
      story.ids.keep(`entity:${key}`, entity.id)
    }
    const domain = req.payload.email.defaultFromAddress.split('@').at(-1) ?? ''
    for (const { key, entity, mailbox, data } of brands) {
      const brand = await req.payload.create({
        collection: 'brands',
        data: {
          ...data,
          senderAddress: `${mailbox}@${domain}`,
          legalEntity: story.ids.of(`entity:${entity}`),
        },
        ...common,
      })
      story.ids.keep(`brand:${key}`, brand.id)
    }
    await fillHolidays({ story, req })
    for (const { key, entity, holidays, name, zone, phone, email, address, hours } of offices) {
      const office = await req.payload.create({
        collection: 'offices',
        data: {
          name,
          zone,
          phone,
          email,
          address,
          hours: hours.map((span) => ({ ...span })),
          legalEntity: story.ids.of(`entity:${entity}`),
          holidayCalendar: story.ids.of(`holidays:${holidays}`),
        },
        ...common,
      })
      story.ids.keep(`office:${key}`, office.id)
    }
    for (const { key, ...data } of credentialTypes) {
      const type = await req.payload.create({ collection: 'credential-types', data, ...common })
      story.ids.keep(`credential:${key}`, type.id)
    }
  })

/** The calendars of both countries for this year and the next. */
const fillHolidays = async ({
  story,
  req,
}: {
  story: Story
  req: PayloadRequest
}): Promise<void> => {
  const year = Number(story.calendar.today.slice(0, 4))
  for (const { key, data } of holidayCalendars) {
    const calendar = await req.payload.create({
      collection: 'holiday-calendars',
      data,
      req,
      overrideAccess: true,
      depth: 0,
    })
    story.ids.keep(`holidays:${key}`, calendar.id)
    for (const one of [year, year + 1]) {
      const filled = await runCommand({
        command: importHolidays,
        req,
        input: { calendarId: calendar.id, year: one },
      })
      if (!filled.ok) throw new Error(filled.failure.message)
    }
  }
}

const credentialTypes = [
  {
    key: 'rn-licence',
    name: 'Registered nurse license',
    description: 'State license, checked in Nursys.',
    validForMonths: 36,
  },
  {
    key: 'forklift',
    name: 'Forklift certificate',
    description: 'OSHA 29 CFR 1910.178, every three years.',
    validForMonths: 36,
  },
]

const openSites = async (story: Story): Promise<void> =>
  await story.system(async (req) => {
    const common = { req, overrideAccess: true, depth: 0 } as const
    for (const { key, entity, data, pages } of sites) {
      const site = await req.payload.create({
        collection: 'sites',
        data: {
          ...data,
          aliases: [...data.aliases],
          legalEntity: story.ids.of(`entity:${entity}`),
          brand: story.ids.of(`brand:${key}`),
        },
        ...common,
      })
      story.ids.keep(`site:${key}`, site.id)
      for (const [position, { slug, title, intro, paragraphs }] of pages.entries())
        await req.payload.create({
          collection: 'pages',
          data: {
            site: site.id,
            slug,
            title,
            intro,
            body: richTextOf(paragraphs),
            isInMenu: true,
            position: (position + 1) * 10,
            _status: 'published',
          },
          ...common,
        })
    }
  })
