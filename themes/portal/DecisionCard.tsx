import type { ReactNode } from 'react'
import { ErrorSummary, Field, Icon, StatusPill, SubmitButton, TargetForm } from '../base'
import { classNames } from '../base/class-names'
import type { Fact, FormErrors, FormTarget, FormValues, SelectOption, Status } from '../contract'
import { FactList } from './FactList'

export type DecisionCardLabels = {
  approve: string
  reject: string
  ask: string
  other: string
  answer: string
  answers: readonly SelectOption[]
  rating: string
  ratingEmpty: string
  remark: string
  sendOther: string
  sendReject: string
  sendAsk: string
  reason: string
  reasonEmpty: string
  comment: string
  question: string
  cv: string
  errorTitle: string
}

export type DecisionCardProps = {
  /** Unique on the page; prefixes the ids of the card's fields. */
  id: string
  name: string
  headline?: string
  summary?: string
  facts?: readonly Fact[]
  highlights?: readonly string[]
  cvHref?: string
  /** Why there is no CV to open yet. */
  cvNote?: string
  /** Present once decided: the card then only shows what was decided. */
  decided?: Status & { text?: string }
  decision?: {
    approve: FormTarget
    reject: FormTarget
    ask: FormTarget
    /** A finer answer with a rating; left out where there is only yes and no. */
    other?: FormTarget
    reasons: readonly SelectOption[]
    values: FormValues
    errors: FormErrors
    /** Which of the folded forms stands open, after a refused try. */
    open?: 'reject' | 'ask' | 'other'
  }
  labels?: DecisionCardLabels
  children?: ReactNode
}

const english: DecisionCardLabels = {
  approve: 'Invite to interview',
  reject: 'Not a fit',
  ask: 'Ask a question',
  other: 'Maybe, or rate',
  answer: 'Your answer',
  answers: [
    { value: 'maybe', label: 'Maybe' },
    { value: 'approve', label: 'Yes, go on' },
    { value: 'interview', label: 'Invite to interview' },
  ],
  rating: 'Rating',
  ratingEmpty: 'No rating',
  remark: 'Your comment',
  sendOther: 'Send answer',
  sendReject: 'Send decision',
  sendAsk: 'Send question',
  reason: 'Reason',
  reasonEmpty: 'Choose a reason',
  comment: 'What we should know',
  question: 'Your question',
  cv: 'Open the CV',
  errorTitle: 'Please look at this again',
}

const ratings: readonly SelectOption[] = ['5', '4', '3', '2', '1'].map((value) => ({
  value,
  label: `${value} of 5`,
}))

/**
 * One candidate of a shortlist with the client's answers. Field names: `reason`, `comment`, `question`,
 * `answer`, `rating`, `remark`. Works without JavaScript: each answer is a form of its own, most folded.
 */
export const DecisionCard = ({
  id,
  name,
  headline,
  summary,
  facts = [],
  highlights = [],
  cvHref,
  cvNote,
  decided,
  decision,
  labels = english,
  children,
}: DecisionCardProps) => (
  <article
    className={classNames('pw-decision', decided && 'pw-decision--decided')}
    aria-labelledby={`${id}-name`}
  >
    <header className="pw-decision__head">
      <div>
        <h2 className="pw-decision__name" id={`${id}-name`}>
          {name}
        </h2>
        {headline ? <p className="pw-decision__headline">{headline}</p> : null}
      </div>
      {decided ? <StatusPill tone={decided.tone} label={decided.label} /> : null}
    </header>
    {summary ? <p>{summary}</p> : null}
    {highlights.length > 0 ? (
      <ul className="pw-decision__highlights">
        {highlights.map((highlight) => (
          <li key={highlight}>
            <Icon name="check" />
            <span>{highlight}</span>
          </li>
        ))}
      </ul>
    ) : null}
    {facts.length > 0 ? <FactList facts={facts} layout="grid" /> : null}
    {children}
    {cvHref ? (
      <a className="pw-decision__cv" href={cvHref}>
        <Icon name="file" />
        <span>
          {labels.cv}
          <span className="pw-sr-only"> ({name})</span>
        </span>
      </a>
    ) : null}
    {cvNote ? <p className="pw-card__meta">{cvNote}</p> : null}
    {decided?.text ? <p className="pw-decision__outcome">{decided.text}</p> : null}
    {decision ? (
      <div className="pw-decision__answers">
        <ErrorSummary title={labels.errorTitle} errors={decision.errors} idPrefix={id} />
        <TargetForm target={decision.approve} label={`${labels.approve}: ${name}`}>
          <SubmitButton label={labels.approve} isWide />
        </TargetForm>
        <details className="pw-fold" open={decision.open === 'reject'}>
          <summary>{labels.reject}</summary>
          <TargetForm
            target={decision.reject}
            className="pw-form"
            label={`${labels.reject}: ${name}`}
          >
            <Field
              idPrefix={id}
              name="reason"
              kind="select"
              label={labels.reason}
              emptyOption={labels.reasonEmpty}
              options={decision.reasons}
              values={decision.values}
              errors={decision.errors}
              isRequired
            />
            <Field
              idPrefix={id}
              name="comment"
              kind="textarea"
              rows={3}
              label={labels.comment}
              values={decision.values}
              errors={decision.errors}
            />
            <SubmitButton label={labels.sendReject} look="danger" />
          </TargetForm>
        </details>
        {decision.other ? (
          <details className="pw-fold" open={decision.open === 'other'}>
            <summary>{labels.other}</summary>
            <TargetForm
              target={decision.other}
              className="pw-form"
              label={`${labels.other}: ${name}`}
            >
              <Field
                idPrefix={id}
                name="answer"
                kind="select"
                label={labels.answer}
                options={labels.answers}
                values={decision.values}
                errors={decision.errors}
                isRequired
              />
              <Field
                idPrefix={id}
                name="rating"
                kind="select"
                label={labels.rating}
                emptyOption={labels.ratingEmpty}
                options={ratings}
                values={decision.values}
                errors={decision.errors}
              />
              <Field
                idPrefix={id}
                name="remark"
                kind="textarea"
                rows={3}
                label={labels.remark}
                values={decision.values}
                errors={decision.errors}
              />
              <SubmitButton label={labels.sendOther} />
            </TargetForm>
          </details>
        ) : null}
        <details className="pw-fold" open={decision.open === 'ask'}>
          <summary>{labels.ask}</summary>
          <TargetForm target={decision.ask} className="pw-form" label={`${labels.ask}: ${name}`}>
            <Field
              idPrefix={id}
              name="question"
              kind="textarea"
              rows={3}
              label={labels.question}
              values={decision.values}
              errors={decision.errors}
              isRequired
            />
            <SubmitButton label={labels.sendAsk} />
          </TargetForm>
        </details>
      </div>
    ) : null}
  </article>
)
