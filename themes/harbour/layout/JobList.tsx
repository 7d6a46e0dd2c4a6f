import { ButtonLink } from '../../base'
import type { JobListProps } from '../../contract'
import { EmptyArt } from '../art/EmptyArt'
import { JobCard } from './JobCard'

export const JobList = ({ jobs, countLabel, headingLevel = 3, empty }: JobListProps) => {
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  return (
    <div className="pw-job-list">
      <p className="pw-job-list__count" role="status">
        {countLabel}
      </p>
      {jobs.length === 0 ? (
        <div className="pw-empty">
          <EmptyArt />
          <Heading className="pw-empty__title">{empty.title}</Heading>
          <p className="pw-empty__text">{empty.text}</p>
          {empty.action ? (
            <ButtonLink href={empty.action.href} label={empty.action.label} look="quiet" />
          ) : null}
        </div>
      ) : (
        <ul className="pw-job-list__items">
          {jobs.map((job) => (
            <li key={job.id}>
              <JobCard {...job} headingLevel={headingLevel} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
