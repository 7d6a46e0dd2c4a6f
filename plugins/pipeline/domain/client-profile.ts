import { withoutIdentity, type Identity } from './blind-words'

/** What a client may read of a candidate's career. No pay, no address, no phone, no mail. */
export type ClientProfile = {
  headline: string | null
  recommendation: string | null
  answer: string | null
  jobs: readonly {
    title: string | null
    employer: string | null
    place: string | null
    from: string | null
    to: string | null
    text: string | null
  }[]
  education: readonly {
    institution: string | null
    degree: string | null
    subject: string | null
    year: number | null
  }[]
}

/**
 * The same career without anything by which the candidate could be found: job titles and times stay;
 * employers, their towns, schools and what was written about single jobs go, and every other text is
 * freed of names, employers and ways of contact.
 */
export const blindProfile = ({
  profile,
  names,
}: {
  profile: ClientProfile
  names: readonly string[]
}): ClientProfile => {
  const identity: Identity = {
    names,
    employers: profile.jobs.flatMap(({ employer }) => employer ?? []),
  }
  const blind = (text: string | null): string | null =>
    text === null ? null : withoutIdentity({ text, identity })
  return {
    headline: blind(profile.headline),
    recommendation: blind(profile.recommendation),
    answer: blind(profile.answer),
    jobs: profile.jobs.map(({ title, from, to }) => ({
      title: blind(title),
      employer: null,
      place: null,
      from,
      to,
      text: null,
    })),
    education: profile.education.map(({ degree, subject, year }) => ({
      institution: null,
      degree: blind(degree),
      subject: blind(subject),
      year,
    })),
  }
}

/** 'April 2021 to November 2023'; '2021 until now' is told by words, too. Empty without any month. */
export const jobTimes = ({
  from,
  to,
  locale,
}: {
  from: string | null
  to: string | null
  locale: string
}): string => {
  const month = (text: string): string => {
    const [year = '', number = ''] = text.split('-')
    return new Intl.DateTimeFormat(locale, {
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(new Date(Date.UTC(Number(year), Number(number || '1') - 1, 1)))
  }
  if (from && to) return `${month(from)} to ${month(to)}`
  if (from) return `since ${month(from)}`
  return to ? `until ${month(to)}` : ''
}
