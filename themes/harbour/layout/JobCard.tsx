import { Icon } from '../../base'
import type { JobCardProps } from '../../contract'

export const JobCard = ({
  href,
  title,
  place,
  employmentType,
  pay,
  posted,
  postedOn,
  sector,
  summary,
  isNew = false,
  headingLevel = 3,
  newLabel = 'New',
}: JobCardProps) => {
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  return (
    <article className="pw-job-card">
      <div className="pw-job-card__main">
        {sector || isNew ? (
          <p className="pw-job-card__over">
            {isNew ? <span className="pw-job-card__new">{newLabel}</span> : null}
            {sector ? <span>{sector}</span> : null}
          </p>
        ) : null}
        <Heading className="pw-job-card__title">
          <a href={href}>{title}</a>
        </Heading>
        {summary ? <p className="pw-job-card__summary">{summary}</p> : null}
        <ul className="pw-job-card__facts">
          <li>
            <Icon name="pin" />
            <span>{place}</span>
          </li>
          <li>
            <Icon name="clock" />
            <span>{employmentType}</span>
          </li>
        </ul>
      </div>
      <div className="pw-job-card__side">
        {pay ? <p className="pw-job-card__pay">{pay}</p> : null}
        {posted ? (
          <p className="pw-job-card__posted">
            {postedOn ? <time dateTime={postedOn}>{posted}</time> : posted}
          </p>
        ) : null}
      </div>
    </article>
  )
}
