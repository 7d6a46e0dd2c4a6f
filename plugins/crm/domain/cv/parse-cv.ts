import type { KnownSkill } from '../skill-words'
import { emailIn, headlineIn, linksIn, nameIn, phoneIn, placeIn } from './contact'
import type { DayOrder } from './dates'
import { studiesIn, type Study } from './education'
import { linesOf, type Found } from './lines'
import { sectionsOf } from './sections'
import { jobsIn, type Job } from './work'
import {
  certificatesIn,
  languagesIn,
  skillsIn,
  type Certificate,
  type SkillWord,
  type SpokenLanguage,
} from './words'

/** Goes up when the rules read something else, so that drafts tell by which they were made. */
export const cvParserVersion = 1

export type ParsedCv = {
  firstName: Found<string> | null
  lastName: Found<string> | null
  email: Found<string> | null
  phone: Found<string> | null
  headline: Found<string> | null
  city: Found<string> | null
  region: Found<string> | null
  postcode: Found<string> | null
  country: Found<string> | null
  links: Found<string>[]
  workHistory: Found<Job>[]
  education: Found<Study>[]
  skills: Found<SkillWord>[]
  languages: Found<SpokenLanguage>[]
  certificates: Found<Certificate>[]
}

/** A CV is shorter; what stands behind is not looked at. */
const longestText = 400_000

/**
 * What the text of a CV says of its person, each value with where it stands in the text and how sure
 * it is. In time that grows with the text, whatever stands in it. Nothing is invented: a year without a
 * month says so.
 *
 * @param country where the agency is: phone numbers without a country code and 03/04/2019 are read as there
 */
export const parseCv = ({
  text,
  skills,
  country,
}: {
  text: string
  skills: readonly KnownSkill[]
  country: string
}): ParsedCv => {
  const read = text.slice(0, longestText)
  const sections = sectionsOf(linesOf(read))
  const email = emailIn(sections)
  const place = placeIn({ sections, country: null })
  const home = place.country?.value ?? country
  const order: DayOrder = home === 'US' ? 'month-first' : 'day-first'
  const name = nameIn({ sections, email: email?.value ?? null })
  const workHistory = jobsIn({ sections, text: read, order })
  return {
    firstName: name?.firstName ?? null,
    lastName: name?.lastName ?? null,
    email,
    phone: phoneIn({ sections, country: home }),
    headline:
      headlineIn({
        sections,
        after: name ? Math.max(name.firstName.end, name.lastName.end) : 0,
      }) ?? titleOf(workHistory[0] ?? null),
    ...place,
    links: linksIn(sections),
    workHistory,
    education: studiesIn({ sections, order }),
    skills: skillsIn({ sections, known: skills }),
    languages: languagesIn(sections),
    certificates: certificatesIn({ sections, order }),
  }
}

/** Without a line of their own, what they were last is what they are. */
const titleOf = (job: Found<Job> | null): Found<string> | null =>
  job?.value.title ? { ...job, value: job.value.title, confidence: 0.5 } : null
