import { renderCv, type Cv } from './cv-pdf'
import type { Happening, Story } from './story'

/** Two CVs wait to be looked at, one of them of somebody known; and what only some may see of a nurse. */
export const droppedCvs = (story: Story): Happening[] => [
  { daysAgo: 20, time: '11:40', play: async () => await vouchForNurse(story) },
  {
    daysAgo: 0,
    time: '08:35',
    play: async () => {
      for (const { filename, cv } of cvsOf(story)) {
        const bytes = await renderCv(cv)
        await story.staff({
          as: 'maya',
          command: 'add-cv',
          input: { filename, contentBase64: Buffer.from(bytes).toString('base64') },
        })
      }
    },
  },
]

const cvsOf = ({ calendar }: Story): { filename: string; cv: Cv }[] => {
  const year = Number(calendar.today.slice(0, 4))
  return [
    {
      filename: 'Nadia_Okonkwo_CV.pdf',
      cv: {
        name: 'Nadia Okonkwo',
        headline: 'Registered nurse, intensive care',
        contact: 'Jersey City, NJ 07302 | nadia.okonkwo@mail.example | +1 201 555 0188',
        summary: 'Seven years beside ventilators and families; looks for nights near home.',
        jobs: [
          {
            title: 'ICU nurse',
            employer: 'Hudson Valley Hospital',
            years: `March ${year - 4} – Present`,
            work: 'Two patients a shift, charge nurse at weekends, Epic super user.',
          },
          {
            title: 'Staff nurse',
            employer: 'Newark Community Clinic',
            years: `June ${year - 7} – February ${year - 4}`,
            work: 'Medical-surgical ward of 28 beds; IV therapy and wound care.',
          },
        ],
        skills: ['ACLS', 'Tracheostomy care', 'IV therapy', 'Epic', 'Telemetry'],
        study: `BSN, Rutgers University, ${year - 7}`,
      },
    },
    {
      filename: 'zofia-zolc-new.pdf',
      cv: {
        name: 'Zofia Żółć',
        headline: 'Registered nurse, team lead',
        contact: 'New York, NY 10016 | zofia.zolc@mail.example',
        summary: 'Registered nurse who also leads.',
        jobs: [
          {
            title: 'Nurse team lead',
            employer: 'Gramercy Surgical Center',
            years: `January ${year - 1} – Present`,
            work: 'Leads eleven nurses on nights.',
          },
        ],
        skills: ['Triage', 'Rostering', 'Mentoring'],
        study: 'BSN, Hunter College',
      },
    },
  ]
}

const vouchForNurse = async (story: Story): Promise<void> =>
  await story.system(async (req) => {
    const candidate = story.ids.of('candidate:zofia-zolc')
    const common = { req, overrideAccess: true, depth: 0 } as const
    await req.payload.create({
      collection: 'candidate-references',
      data: {
        candidate,
        name: 'Beatrice Osei',
        relation: 'Ward manager',
        organisation: 'Queens Community Clinic',
        email: 'beatrice.osei@clinic.example',
        askedOn: story.calendar.day(-24),
        answeredOn: story.calendar.day(-21),
        outcome: 'good',
        answer: 'Calm when it is not. I would have her back on any shift.',
      },
      ...common,
    })
    await req.payload.create({
      collection: 'candidate-work-rights',
      data: {
        candidate,
        country: 'US',
        basis: 'permanent-resident',
        documentKind: 'Permanent resident card',
        checkedOn: story.calendar.day(-30),
        expiresOn: story.calendar.day(900),
      },
      ...common,
    })
    await req.payload.create({
      collection: 'candidate-payroll',
      data: {
        candidate,
        payrollNumber: 'W-1042',
        country: 'US',
        accountHolder: 'Zofia Żółć',
        bankName: 'Hudson Savings',
        bankCode: '021000021',
        account: '000123456789',
      },
      ...common,
    })
    await req.payload.create({
      collection: 'candidate-eeo',
      data: { candidate, gender: 'female', veteran: 'no', toldOn: story.calendar.day(-30) },
      ...common,
    })
  })
