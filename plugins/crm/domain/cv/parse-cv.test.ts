import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { listedSkills } from '../skill-list'
import { skillKeys } from '../skill-words'
import { parseCv, type ParsedCv } from './parse-cv'
import { parsedCv } from './parsed-cv'

const skills = listedSkills.map((skill, at) => ({
  id: `skill-${at}`,
  name: skill.name,
  keys: skillKeys(skill),
}))

const parsed = ({ text, country = 'US' }: { text: string; country?: string }): ParsedCv =>
  parseCv({ text, skills, country })

const american = `JANE M. DOE, RN
Registered Nurse, Medical-Surgical
123 Main Street, Apt 4, Brooklyn, NY 11215 | (718) 555-0142 | jane.doe@example.com | linkedin.com/in/janedoe

PROFESSIONAL SUMMARY
Registered nurse with 9 years of experience in medical-surgical and ICU units.

PROFESSIONAL EXPERIENCE

Staff Nurse, Riverside General Hospital, New York, NY
March 2019 – Present
• Cared for up to six patients a shift
• Led handovers and mentored new graduates. Used Epic since 2019.

Nursing Assistant | Queens Community Clinic | Queens, NY | 06/2015 - 02/2019
• Took vitals.
• Documented in Cerner

EDUCATION
Hunter College, BSN, 2015
High School Diploma, Stuyvesant High School, 2011

LICENSES & CERTIFICATIONS
BLS, American Heart Association (2024)

SKILLS
IV therapy, Wound care, Triage, Phlebotomy (5 years), Telemetry

LANGUAGES
English (native), Spanish – fluent

REFERENCES
Dr. Bob Boss, bob.boss@hospital.example, 212-555-0199`

const british = `Curriculum Vitae

Rhys Llewellyn

12 Park Row, Leeds LS1 4DY
Mobile: 07700 900123
Email: rhys.llewellyn@mail.example
Nationality: British

Profile

Commissioning engineer with ten years on site.

Employment History

Sept 2018 to date

Northwind Energy Ltd, Leeds

Senior Commissioning Engineer

Brought eleven plants into service, from cold checks to handover.

Jan 2014 - Aug 2018

Clydebank Pumps

Commissioning Technician

Site acceptance tests and method statements.

Education

2010 – 2013

Teesside University

BEng (Hons) Electrical and Mechanical Engineering

Key Skills

PLC • P&ID • Vibration analysis • C++ • AutoCAD`

const german = `Lebenslauf
Persönliche Daten
Name: Müller, Anna-Lena
Anschrift: Hauptstraße 5, 10115 Berlin
Telefon: +49 30 12345678
E-Mail: anna-lena.mueller@beispiel.de
Geboren: 03.04.1990 in Köln

Berufserfahrung
04/2019 – heute Pflegefachkraft bei Klinikum Berlin-Mitte GmbH, Berlin
Grundpflege und Dokumentation.
01.10.2012 - 31.03.2019 Krankenschwester, Charité, Berlin
Intensivstation.

Ausbildung
2009 – 2012 Ausbildung zur Krankenschwester, Berufsfachschule Berlin
2009 Abitur, Goethe-Gymnasium

Sprachkenntnisse
Deutsch (Muttersprache), Englisch (B2), Französisch Grundkenntnisse

EDV-Kenntnisse
MS Office, SAP, Datenerfassung`

/** The narrow column first, as readers of PDF give it. */
const twoColumns = `Contact
London SE1 7PB
+44 20 7946 0958
oluwaseun@mail.example
Skills
SolidWorks
FEA
GD&T
Languages
English
Native
Yoruba
Native
Oluwaseun Adeyemi
Mechanical Engineer
Work Experience
Severn Turbines 2019 - Present
Mechanical Engineer
Designed rotating equipment from concept to test bench; owned the drawings of two product lines.
Clydebank Pumps 2016 - 2019
Graduate Engineer
Learned the trade.
Education
MEng Mechanical Engineering
University of Leeds
2016`

const withoutHeadings = `Tomás Herrera
tomas.herrera@mail.example 602-555-0125
Phoenix, AZ
Warehouse associate Desert Freight 2019-2023
Picked 140 lines an hour. Forklift and RF scanner.
Picker Copper State Foods Jan 2015 - Dec 2018`

describe('a CV', () => {
  it.each([
    {
      name: 'of one column, American',
      text: american,
      person: {
        firstName: 'Jane M.',
        lastName: 'Doe',
        email: 'jane.doe@example.com',
        phone: '(718) 555-0142',
        headline: 'Registered Nurse, Medical-Surgical',
        city: 'Brooklyn',
        region: 'NY',
        postcode: '11215',
        country: 'US',
      },
      jobs: [
        ['Staff Nurse', 'Riverside General Hospital', 'New York, NY', '2019-03', null],
        ['Nursing Assistant', 'Queens Community Clinic', 'Queens, NY', '2015-06', '2019-02'],
      ],
      studies: [
        ['BSN', null, 'Hunter College', 2015],
        ['High School Diploma', null, 'Stuyvesant High School', 2011],
      ],
      languages: { en: 'native', es: 'c1' },
      some: ['IV therapy', 'Wound care', 'Phlebotomy', 'Telemetry', 'Intensive care', 'Cerner'],
    },
    {
      name: 'British, from a Word file: each line a paragraph, dates first',
      text: british,
      person: {
        firstName: 'Rhys',
        lastName: 'Llewellyn',
        email: 'rhys.llewellyn@mail.example',
        phone: '07700 900123',
        headline: 'Senior Commissioning Engineer',
        city: 'Leeds',
        region: null,
        postcode: 'LS1 4DY',
        country: 'GB',
      },
      jobs: [
        ['Senior Commissioning Engineer', 'Northwind Energy Ltd', 'Leeds', '2018-09', null],
        ['Commissioning Technician', 'Clydebank Pumps', null, '2014-01', '2018-08'],
      ],
      studies: [
        ['BEng (Hons)', 'Electrical and Mechanical Engineering', 'Teesside University', 2013],
      ],
      languages: {},
      some: ['PLC', 'P&ID', 'Vibration analysis', 'C++', 'AutoCAD', 'Method statements'],
    },
    {
      name: 'German, last name first, dates with points',
      text: german,
      person: {
        firstName: 'Anna-Lena',
        lastName: 'Müller',
        email: 'anna-lena.mueller@beispiel.de',
        phone: '+49 30 12345678',
        headline: 'Pflegefachkraft',
        city: 'Berlin',
        region: null,
        postcode: '10115',
        country: 'DE',
      },
      jobs: [
        ['Pflegefachkraft', 'Klinikum Berlin-Mitte GmbH', 'Berlin', '2019-04', null],
        ['Krankenschwester', 'Charité', 'Berlin', '2012-10', '2019-03'],
      ],
      studies: [
        ['Ausbildung zur', 'Krankenschwester', 'Berufsfachschule Berlin', 2012],
        ['Abitur', null, 'Goethe-Gymnasium', 2009],
      ],
      languages: { de: 'native', en: 'b2', fr: 'a2' },
      some: ['Microsoft Office', 'SAP', 'Data entry'],
    },
    {
      name: 'of two columns, with years alone',
      text: twoColumns,
      person: {
        firstName: 'Oluwaseun',
        lastName: 'Adeyemi',
        email: 'oluwaseun@mail.example',
        phone: '+44 20 7946 0958',
        headline: 'Mechanical Engineer',
        city: 'London',
        region: null,
        postcode: 'SE1 7PB',
        country: 'GB',
      },
      jobs: [
        ['Mechanical Engineer', 'Severn Turbines', null, '2019-01', null],
        ['Graduate Engineer', 'Clydebank Pumps', null, '2016-01', '2019-12'],
      ],
      studies: [['MEng', 'Mechanical Engineering', 'University of Leeds', 2016]],
      languages: { en: 'native', yo: 'native' },
      some: ['SolidWorks', 'FEA', 'GD&T'],
    },
    {
      name: 'without headings',
      text: withoutHeadings,
      person: {
        firstName: 'Tomás',
        lastName: 'Herrera',
        email: 'tomas.herrera@mail.example',
        phone: '602-555-0125',
        headline: 'Warehouse associate',
        city: 'Phoenix',
        region: 'AZ',
        postcode: null,
        country: 'US',
      },
      jobs: [
        ['Warehouse associate', 'Desert Freight', null, '2019-01', '2023-12'],
        ['Picker', 'Copper State Foods', null, '2015-01', '2018-12'],
      ],
      studies: [],
      languages: {},
      some: ['RF scanner'],
    },
  ])('$name is read', ({ text, person, jobs, studies, languages, some }) => {
    const cv = parsed({ text })
    const { firstName, lastName, email, phone, headline, city, region, postcode, country } = cv
    expect(
      Object.fromEntries(
        Object.entries({
          firstName,
          lastName,
          email,
          phone,
          headline,
          city,
          region,
          postcode,
          country,
        }).map(([key, found]) => [key, found?.value ?? null]),
      ),
    ).toEqual(person)
    expect(
      cv.workHistory.map(({ value }) => [
        value.title,
        value.employer,
        value.place,
        value.startedIn,
        value.endedIn,
      ]),
    ).toEqual(jobs)
    expect(
      cv.education.map(({ value }) => [
        value.degree,
        value.subject,
        value.institution,
        value.endedIn,
      ]),
    ).toEqual(studies)
    expect(
      Object.fromEntries(cv.languages.map(({ value }) => [value.language, value.level])),
    ).toEqual(languages)
    const names = cv.skills.map(({ value }) => value.name)
    expect(some.filter((name) => !names.includes(name))).toEqual([])
  })

  it('says that years without months are years, and how many years somebody has a skill', () => {
    expect(parsed({ text: twoColumns }).workHistory.map(({ value }) => value.isYearOnly)).toEqual([
      true,
      true,
    ])
    expect(
      parsed({ text: american }).skills.find(({ value }) => value.name === 'Phlebotomy')?.value
        .years,
    ).toBe(5)
  })

  it('does not take a referee for the person', () => {
    const cv = parsed({ text: american.replace('jane.doe@example.com | ', '') })
    expect(cv.email).toBeNull()
    expect(cv.phone?.value).toBe('(718) 555-0142')
  })

  it.each([
    ['Mar 2019 – Present', '2019-03', null],
    ['03/2019 - 11/2021', '2019-03', '2021-11'],
    ['2019-03 to 2021-11', '2019-03', '2021-11'],
    ['März 2019 bis heute', '2019-03', null],
    ['01.03.2019 – 30.11.2021', '2019-03', '2021-11'],
    ['Sept. 2019 until Dec ’21', '2019-09', '2021-12'],
    ['since May 2020', '2020-05', null],
    ['mars 2019 à aujourd’hui', null, null],
    ['2017 – 2019', '2017-01', '2019-12'],
  ])('reads the time %j', (time, startedIn, endedIn) => {
    const cv = parsed({ text: `Ada Falk\nExperience\nNurse, Acme Ltd\n${time}\n` })
    const job = cv.workHistory[0]?.value
    if (startedIn === null) expect(job?.endedIn ?? null).toBe(endedIn)
    else expect([job?.startedIn, job?.endedIn]).toEqual([startedIn, endedIn])
  })

  it('reads 03/04/2019 as the country of the person writes it', () => {
    const text = (place: string) =>
      `Ada Falk\n${place}\nExperience\nNurse, Acme Ltd\n03/04/2019 - 05/06/2020\n`
    expect(parsed({ text: text('Boston, MA 02108') }).workHistory[0]?.value.startedIn).toBe(
      '2019-03',
    )
    expect(parsed({ text: text('Leeds LS1 4DY') }).workHistory[0]?.value.startedIn).toBe('2019-04')
  })
})

/** Every value that stands in the text as it is. */
const literals = (cv: ParsedCv) => [
  ...[cv.firstName, cv.lastName, cv.email, cv.phone, cv.city, cv.region, cv.postcode].flatMap(
    (found) => (found ? [found] : []),
  ),
  ...cv.links,
]

const everything = (cv: ParsedCv) => [
  ...literals(cv),
  ...cv.workHistory,
  ...cv.education,
  ...cv.skills,
  ...cv.languages,
  ...cv.certificates,
]

const bare = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ')

const pieces = [american, british, german, twoColumns, withoutHeadings]
  .join('\n')
  .split('\n')
  .filter(Boolean)

describe('whatever stands in a text', () => {
  it('is read without a fault, each value within the text and saying what stands there', () => {
    const line = fc.oneof(
      fc.constantFrom(...pieces),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const text = lines.join('\n')
        const cv = parsed({ text })
        for (const { start, end, confidence } of everything(cv)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(start).toBeLessThan(end)
          expect(confidence).toBeGreaterThan(0)
          expect(confidence).toBeLessThanOrEqual(1)
        }
        for (const { value, start, end } of literals(cv))
          expect(bare(text.slice(start, end))).toContain(bare(value.split(' ')[0] ?? ''))
        expect(parsedCv.safeParse(JSON.parse(JSON.stringify(cv))).success).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    ['letters', 'a'.repeat(200_000)],
    ['digits', '1 '.repeat(100_000)],
    ['ats', 'a@'.repeat(100_000)],
    ['brackets and pluses', '(+1 ('.repeat(40_000)],
    ['dashes between years', '2019 - '.repeat(30_000)],
    ['one line of months', 'Jan 2019 to '.repeat(20_000)],
    ['capitals', 'A B '.repeat(50_000)],
    ['empty lines', '\n'.repeat(200_000)],
    ['short lines', 'Nurse, Acme 2019 - 2020\n'.repeat(8_000)],
    ['headings', 'Skills\nGo, C++\n'.repeat(12_000)],
    ['combining marks', 'e\u0301\u0301'.repeat(60_000)],
  ])('is read in the time that its length takes: 200 kB of %s', (_, text) => {
    expect(everything(parsed({ text })).length).toBeLessThan(500)
  })
})
