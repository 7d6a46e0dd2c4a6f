import { keepDuplicates, storeDocument } from '#plugins/crm'
import { sqlOf } from '#plugins/kernel'
import { renderCv } from './cv-pdf'
import type { Happening, Story } from './story'

/** Somebody whom a colleague entered again, with a slip in the name: the product asks whether they are one. */
export const metTwice = (story: Story): Happening[] => [
  { daysAgo: 2, time: '15:20', play: async () => await enterAgain(story) },
]

const enterAgain = async (story: Story): Promise<void> => {
  const knownId = story.ids.of('candidate:rosa-delgado')
  const cv = await renderCv({
    name: 'Rosa Delgdo',
    headline: 'Warehouse associate, team lead',
    contact: 'Phoenix, AZ',
    summary: 'Looks for days near home.',
    jobs: [
      {
        title: 'Shift lead',
        employer: 'Pacific Parcel',
        years: 'March 2023 – Present',
        work: 'Leads nine pickers.',
      },
    ],
    skills: ['Picking', 'RF scanner'],
    study: 'High school diploma',
  })
  await story.system(async (req) => {
    const known = await req.payload.findByID({
      collection: 'candidates',
      id: knownId,
      depth: 0,
      req,
      overrideAccess: true,
    })
    const again = await req.payload.create({
      collection: 'candidates',
      data: {
        state: 'new',
        firstName: known.firstName,
        lastName: 'Delgdo',
        phone: '+1 602 555 0199',
        city: known.city ?? null,
        region: known.region ?? null,
        country: known.country ?? 'US',
        headline: 'Warehouse associate, team lead',
        skills: ['Picking', 'Team lead'],
        workHistory: (known.workHistory ?? []).slice(0, 1).map(({ employer }) => ({
          title: 'Shift lead',
          employer: employer ?? null,
        })),
        currency: known.currency,
        zone: known.zone,
        locale: known.locale,
        source: 'staff',
        owner: story.ids.of('staff:kwame'),
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    const stored = await storeDocument({
      req,
      file: { bytes: cv, filename: 'cv-rosa-new.pdf' },
      kind: 'cv',
      title: 'CV Rosa Delgdo',
      candidateId: again.id,
    })
    if (!stored.ok) throw new Error(stored.failure.message)
    await keepDuplicates({ sql: sqlOf(req), ids: [known.id, again.id] })
  })
}
