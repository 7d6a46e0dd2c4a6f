import { jobTimes } from '#plugins/pipeline/domain'
import type { ClientShortlistItem } from '#plugins/pipeline'

/** As much as a phone shows without a book; the PDF and the CV have the rest. */
const mostJobs = 8

/** Where a candidate worked and what they learned, folded so that the answer stays near. */
export const Career = ({
  item: { candidateName, jobs, education },
  locale,
}: {
  item: Pick<ClientShortlistItem, 'candidateName' | 'jobs' | 'education'>
  locale: string
}) => {
  const shownJobs = jobs.slice(0, mostJobs).map(({ title, employer, place, from, to }, at) => ({
    // Jobs have neither id nor name of their own, and their order stays.
    key: `job ${at}`,
    title: title ?? 'Employed',
    about: [employer, place, jobTimes({ from, to, locale })].filter(Boolean).join(' · '),
  }))
  const schools = education.flatMap(({ degree, subject, institution, year }, at) => {
    const text = [degree, subject, institution, year].filter(Boolean).join(', ')
    return text ? [{ key: `${at} ${text}`, text }] : []
  })
  if (jobs.length === 0 && schools.length === 0) return null
  return (
    <details className="pw-fold">
      <summary>
        Experience and education<span className="pw-sr-only"> of {candidateName}</span>
      </summary>
      <ul className="pw-career">
        {shownJobs.map(({ key, title, about }) => (
          <li key={key}>
            <strong>{title}</strong>
            <span>{about}</span>
          </li>
        ))}
        {schools.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </details>
  )
}
