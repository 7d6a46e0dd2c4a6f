import type { ReactNode } from 'react'
import { Choice, Icon, StatusPill, SubmitButton, TargetForm } from '../base'
import type { FormErrors, FormTarget, FormValues, SelectOption, Status } from '../contract'

export type InterviewCardProps = {
  id: string
  title: string
  /** Month and day for the leaf of the calendar. */
  leaf: { month: string; day: string }
  when: string
  /** The zone the times are told in, always said. */
  zone: string
  where: string
  joinHref?: string
  people?: string
  status: Status
  calendarHref?: string
  /** Times to choose from; absent once the interview is fixed. Field name: `slot`. */
  choose?: {
    target: FormTarget
    slots: readonly SelectOption[]
    values: FormValues
    errors: FormErrors
  }
  labels?: { choose: string; accept: string; join: string; calendar: string }
  children?: ReactNode
}

export const InterviewCard = ({
  id,
  title,
  leaf,
  when,
  zone,
  where,
  joinHref,
  people,
  status,
  calendarHref,
  choose,
  labels = {
    choose: 'Which time suits you?',
    accept: 'Accept this time',
    join: 'Join the call',
    calendar: 'Add to calendar',
  },
  children,
}: InterviewCardProps) => (
  <article className="pw-interview" aria-labelledby={`${id}-title`}>
    <p className="pw-interview__leaf" aria-hidden="true">
      <span>{leaf.month}</span>
      <strong>{leaf.day}</strong>
    </p>
    <div className="pw-interview__body">
      <div className="pw-card__head">
        <h2 className="pw-card__title" id={`${id}-title`}>
          {title}
        </h2>
        <StatusPill {...status} />
      </div>
      <ul className="pw-interview__facts">
        <li>
          <Icon name="clock" />
          <span>
            {when} <small>({zone})</small>
          </span>
        </li>
        <li>
          <Icon name="pin" />
          <span>{where}</span>
        </li>
        {people ? <li className="pw-interview__people">{people}</li> : null}
      </ul>
      {choose ? (
        <TargetForm target={choose.target} className="pw-form">
          <Choice
            idPrefix={id}
            name="slot"
            label={labels.choose}
            options={choose.slots}
            values={choose.values}
            errors={choose.errors}
            isRequired
          />
          <SubmitButton label={labels.accept} isWide />
        </TargetForm>
      ) : null}
      {joinHref || calendarHref ? (
        <div className="pw-actions">
          {joinHref ? (
            <a className="pw-button pw-button--primary" href={joinHref}>
              {labels.join}
            </a>
          ) : null}
          {calendarHref ? (
            <a className="pw-button pw-button--quiet" href={calendarHref}>
              <Icon name="calendar" />
              <span>{labels.calendar}</span>
            </a>
          ) : null}
        </div>
      ) : null}
      {children}
    </div>
  </article>
)
