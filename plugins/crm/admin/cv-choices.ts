import { isSameJob, isSameStudy } from '../domain/cv/taken-rows'
import { singleValueKeys, type SingleValue } from '../domain/cv/single-values'
import { foldSkill } from '../domain/skill-words'
import type { ParsedCv } from '../domain/cv/parse-cv'
import type { KnownProfile } from '../queries/cv-review'

/** Where in the text something was read. */
export type Place = { start: number; end: number }

export type SingleChoice = {
  value: string
  isTaken: boolean
  /** What stands in the profile now. */
  before: string | null
  place: Place | null
  isUnsure: boolean
}

export type RowChoice<Value> = {
  key: string
  value: Value
  isTaken: boolean
  isKnown: boolean
  place: Place
  isUnsure: boolean
}

export type Job = {
  title: string
  employer: string
  place: string
  startedIn: string
  endedIn: string
  description: string
  isYearOnly: boolean
}

export type Choices = {
  singles: Record<SingleValue, SingleChoice>
  workHistory: RowChoice<Job>[]
  education: RowChoice<ParsedCv['education'][number]['value']>[]
  languages: RowChoice<ParsedCv['languages'][number]['value']>[]
  skills: RowChoice<ParsedCv['skills'][number]['value']>[]
  certificates: RowChoice<{ name: string; typeId: string | null; typeName: string | null }>[]
}

const unsureBelow = 0.7

/**
 * What is offered first: everything that was read and is new. What stands in the profile already is
 * taken over nothing unless somebody says so.
 */
export const choicesOf = ({
  parsed,
  known,
  types,
}: {
  parsed: ParsedCv
  known: KnownProfile | null
  types: readonly { certificate: string; typeId: string; typeName: string }[]
}): Choices => {
  const row =
    <Value, Shown = Value>({
      isKnown,
      shown,
      least = 0,
    }: {
      isKnown: (value: Value) => boolean
      shown: (value: Value) => Shown
      least?: number
    }) =>
    (
      found: { value: Value; start: number; end: number; confidence: number },
      at: number,
    ): RowChoice<Shown> => ({
      key: `${at}-${found.start}`,
      value: shown(found.value),
      isKnown: isKnown(found.value),
      isTaken: !isKnown(found.value) && found.confidence >= least,
      place: { start: found.start, end: found.end },
      isUnsure: found.confidence < unsureBelow,
    })
  return {
    singles: singlesOf({ parsed, known }),
    workHistory: parsed.workHistory.map(
      row({
        isKnown: (job) => (known?.workHistory ?? []).some((one) => isSameJob(one, job)),
        shown: (job): Job => ({
          title: job.title ?? '',
          employer: job.employer ?? '',
          place: job.place ?? '',
          startedIn: job.startedIn ?? '',
          endedIn: job.endedIn ?? '',
          description: job.description ?? '',
          isYearOnly: job.isYearOnly,
        }),
      }),
    ),
    education: parsed.education.map(
      row({
        isKnown: (study) => (known?.education ?? []).some((one) => isSameStudy(one, study)),
        shown: (study) => study,
      }),
    ),
    languages: parsed.languages.map(
      row({
        isKnown: ({ language }) => known?.languages.includes(language) ?? false,
        shown: (language) => language,
      }),
    ),
    skills: parsed.skills.map(
      row({
        isKnown: ({ name }) => known?.skills.includes(foldSkill(name)) ?? false,
        shown: (skill) => skill,
      }),
    ),
    certificates: parsed.certificates.map((found, at) => {
      const type = types.find(({ certificate }) => certificate === found.value.name) ?? null
      return {
        key: `${at}-${found.start}`,
        value: {
          name: found.value.name,
          typeId: type?.typeId ?? null,
          typeName: type?.typeName ?? null,
        },
        isKnown: false,
        isTaken: type !== null,
        place: { start: found.start, end: found.end },
        isUnsure: false,
      }
    }),
  }
}

const singlesOf = ({
  parsed,
  known,
}: {
  parsed: ParsedCv
  known: KnownProfile | null
}): Choices['singles'] => {
  const choice = (key: SingleValue): SingleChoice => {
    const found = key === 'profileUrl' ? (parsed.links[0] ?? null) : parsed[key]
    const before = known?.singles[key] ?? null
    return {
      value: found?.value ?? '',
      before,
      isTaken: found !== null && !before,
      place: found ? { start: found.start, end: found.end } : null,
      isUnsure: found !== null && found.confidence < unsureBelow,
    }
  }
  return {
    firstName: choice('firstName'),
    lastName: choice('lastName'),
    email: choice('email'),
    phone: choice('phone'),
    headline: choice('headline'),
    city: choice('city'),
    region: choice('region'),
    postcode: choice('postcode'),
    country: choice('country'),
    profileUrl: choice('profileUrl'),
  }
}

/** What was read says the same as the profile, written another way or not. */
export const saysTheSame = ({ value, before }: SingleChoice): boolean =>
  before !== null && foldSkill(value) === foldSkill(before)

/** What is taken, as the command wants it. */
export const takenOf = (choices: Choices): Record<string, unknown> => {
  const taken = <Value>(rows: readonly RowChoice<Value>[]): Value[] =>
    rows.filter(({ isTaken }) => isTaken).map(({ value }) => value)
  return {
    ...Object.fromEntries(
      singleValueKeys
        .filter((key) => choices.singles[key].isTaken && choices.singles[key].value.trim())
        .map((key) => [key, choices.singles[key].value]),
    ),
    workHistory: taken(choices.workHistory).map(
      ({ title, employer, place, startedIn, endedIn, description }) => ({
        title,
        employer,
        place,
        startedIn,
        endedIn,
        description,
      }),
    ),
    education: taken(choices.education),
    languages: taken(choices.languages),
    skills: taken(choices.skills),
    credentialTypeIds: taken(choices.certificates).flatMap(({ typeId }) => typeId ?? []),
  }
}
