'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, type ReactNode } from 'react'

import { EmptyState, PageHeader, Panel, Pill } from '#plugins/agency/admin'
import { callCommand, CommandDialog, type CommandAction } from '#plugins/kernel/admin'
import { singleValueKeys, singleValues, type SingleValue } from '../domain/cv/single-values'
import { languageLevels, languageName } from '../domain/profile'
import type { CvReview } from '../queries/cv-review'
import {
  choicesOf,
  saysTheSame,
  takenOf,
  type Choices,
  type Job,
  type Place,
  type RowChoice,
} from './cv-choices'

/** A CV’s text beside what was read from it: each value is taken, changed or left. */
export const ReviewCv = ({ review, mayWrite }: { review: CvReview; mayWrite: boolean }) => {
  const router = useRouter()
  const [isAsking, setAsking] = useState(false)
  const next = review.nextId ? `/admin/cvs?draft=${review.nextId}` : '/admin/cvs'
  const canDiscard = ['reading', 'parsed', 'unreadable'].includes(review.state)
  const isToReview = review.state === 'parsed' && review.parsed !== null

  return (
    <>
      <PageHeader
        title={review.title}
        lead={review.others === 0 ? 'The last CV to review.' : `${review.others} more to review.`}
        actions={
          <>
            {review.documentId ? (
              <a className="pwa-btn" href={`/admin/collections/documents/${review.documentId}`}>
                The file
              </a>
            ) : null}
            {mayWrite && canDiscard ? (
              <button
                type="button"
                className="pwa-btn pwa-btn--danger-quiet"
                onClick={() => setAsking(true)}
              >
                Discard…
              </button>
            ) : null}
            {review.nextId ? (
              <a className="pwa-btn" href={next} aria-keyshortcuts="Alt+N">
                Next CV
              </a>
            ) : null}
          </>
        }
      />
      {isToReview ? (
        <Review review={review} next={next} mayWrite={mayWrite} />
      ) : (
        <Panel>
          <EmptyState {...standing(review)} />
        </Panel>
      )}
      {isAsking ? (
        <CommandDialog
          action={discarding(review)}
          onClose={() => setAsking(false)}
          onDone={() => {
            toast.success('Discarded.')
            router.push(next)
          }}
        />
      ) : null}
    </>
  )
}

const standing = ({ state, problem }: CvReview): { title: string; text: string } => {
  switch (state) {
    case 'reading':
      return { title: 'This CV is being read', text: 'Reload in a moment.' }
    case 'unreadable':
      return {
        title: 'This CV cannot be read',
        text: problem ?? 'Ask for it as a PDF or Word file with text.',
      }
    case 'accepted':
      return { title: 'This CV was accepted', text: 'What was taken stands in the profile.' }
    case 'discarded':
      return { title: 'This CV was discarded', text: 'What was read is gone.' }
    default:
      return {
        title: 'This draft was made by another version',
        text: 'Discard it and drop the file again.',
      }
  }
}

const discarding = ({ draftId, known }: CvReview): CommandAction => ({
  command: 'discard-cv-draft',
  label: 'Discard this CV…',
  input: { draftId },
  text:
    known?.why === 'chosen'
      ? 'What was read goes. The file stays with the candidate.'
      : 'What was read goes, and the file with it. This cannot be undone.',
  tone: 'danger',
  done: 'Discarded.',
})

const Review = ({
  review,
  next,
  mayWrite,
}: {
  review: CvReview
  next: string
  mayWrite: boolean
}) => {
  const router = useRouter()
  const { known, parsed, credentialTypes: types } = review
  const [isNew, setNew] = useState(known === null)
  const [choices, setChoices] = useState<Choices | null>(
    parsed ? choicesOf({ parsed, known, types }) : null,
  )
  const [place, setPlace] = useState<Place | null>(null)
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [message, setMessage] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  const accept = async () => {
    if (!choices || isBusy || !mayWrite) return
    setBusy(true)
    const answer = await callCommand({
      command: 'accept-cv-draft',
      input: {
        draftId: review.draftId,
        ...(known && !isNew ? { candidateId: known.id, seenAt: known.seenAt } : {}),
        values: takenOf(choices),
      },
      key: crypto.randomUUID(),
    })
    if (answer.ok) {
      toast.success(isNew ? 'The candidate was made.' : 'The profile was completed.')
      const candidateId = textAt(answer.result, 'candidateId')
      if (review.nextId) router.push(next)
      else window.location.assign(`/admin/collections/candidates/${candidateId ?? ''}`)
      return
    }
    setBusy(false)
    setProblems(
      Object.fromEntries(
        Object.entries(answer.fields).map(([name, text]) => [name.replace(/^values\./, ''), text]),
      ),
    )
    setMessage(answer.message)
  }
  useKeys({
    accept: () => void accept(),
    next: () => {
      if (review.nextId) router.push(next)
    },
  })
  if (!choices || !parsed) return null

  const choose = (given: Choices) => {
    setChoices(given)
    setMessage(null)
  }
  const rows = <Key extends Exclude<keyof Choices, 'singles'>>(
    key: Key,
    at: number,
    change: Partial<Choices[Key][number]>,
  ) =>
    choose({
      ...choices,
      [key]: choices[key].map((row, place) => (place === at ? { ...row, ...change } : row)),
    })

  const list = (name: string, title: string) => ({ name, title, problems, onLook: setPlace })

  return (
    <div className="pwa-cv">
      <CvText text={review.text} place={place} />
      <form
        className="pwa-cv__form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void accept()
        }}
      >
        {known ? (
          <Panel title={known.why === 'chosen' ? `Adds to ${known.name}` : 'Somebody you know'}>
            <p>
              <a href={`/admin/collections/candidates/${known.id}`}>
                {known.name}, {known.ref}
              </a>
              {known.why === 'email' ? ' has the same e-mail.' : null}
              {known.why === 'phone' ? ' has the same phone number.' : null} What stands in the
              profile stays, unless you tick another value.
            </p>
            {known.why === 'phone' ? (
              <fieldset className="pwa-cv__who">
                <legend className="pwa-sr-only">Whose CV it is</legend>
                <label>
                  <input
                    type="radio"
                    name="who"
                    checked={!isNew}
                    onChange={() => {
                      setNew(false)
                      choose(choicesOf({ parsed, known, types }))
                    }}
                  />{' '}
                  Add to {known.name}
                </label>
                <label>
                  <input
                    type="radio"
                    name="who"
                    checked={isNew}
                    onChange={() => {
                      setNew(true)
                      choose(choicesOf({ parsed, known: null, types }))
                    }}
                  />{' '}
                  Somebody else: make a new candidate
                </label>
              </fieldset>
            ) : null}
          </Panel>
        ) : null}
        <Panel title="Person">
          <div className="pwa-cv__singles">
            {singleValueKeys.map((key) => (
              <Single
                key={key}
                name={key}
                choice={choices.singles[key]}
                problem={problems[key] ?? null}
                onLook={setPlace}
                onChange={(change) =>
                  choose({
                    ...choices,
                    singles: {
                      ...choices.singles,
                      [key]: { ...choices.singles[key], ...change },
                    },
                  })
                }
              />
            ))}
          </div>
        </Panel>
        <Rows
          {...list('workHistory', 'Work history')}
          rows={choices.workHistory}
          onTake={(at, isTaken) => rows('workHistory', at, { isTaken })}
          renderBelow={(row, at) => (
            <JobFields
              job={row.value}
              onLook={() => setPlace(row.place)}
              onChange={(value) => rows('workHistory', at, { value })}
            />
          )}
        >
          {({ value }) => jobText(value)}
        </Rows>
        <Rows
          {...list('education', 'Education')}
          rows={choices.education}
          onTake={(at, isTaken) => rows('education', at, { isTaken })}
        >
          {({ value }) =>
            [value.degree, value.subject, value.institution, value.endedIn]
              .filter((part) => part !== null)
              .join(', ')
          }
        </Rows>
        <Rows
          {...list('languages', 'Languages')}
          rows={choices.languages}
          onTake={(at, isTaken) => rows('languages', at, { isTaken })}
        >
          {({ value }) =>
            `${languageName(value.language)}${value.level ? `: ${languageLevels[value.level]}` : ''}`
          }
        </Rows>
        <Rows
          {...list('skills', 'Skills')}
          isDense
          rows={choices.skills}
          onTake={(at, isTaken) => rows('skills', at, { isTaken })}
        >
          {({ value }) => (
            <>
              {value.name}
              {value.years === null ? null : `, ${value.years} years`}
              {value.skillId ? null : <span className="pwa-cv__soft"> (not in your list)</span>}
            </>
          )}
        </Rows>
        <Rows
          {...list('certificates', 'Certificates')}
          rows={choices.certificates}
          onTake={(at, isTaken) => rows('certificates', at, { isTaken })}
          mayTake={({ value }) => value.typeId !== null}
        >
          {({ value }) => (
            <>
              {value.name}
              <span className="pwa-cv__soft">
                {value.typeName
                  ? ` as credential “${value.typeName}”, to be verified`
                  : ' (no such credential type)'}
              </span>
            </>
          )}
        </Rows>
        {message ? (
          <div className="pwa-cv__problem" role="alert">
            <p>{message}</p>
            <button type="button" className="pwa-btn" onClick={() => window.location.reload()}>
              Reload
            </button>
          </div>
        ) : null}
        {mayWrite ? (
          <div className="pwa-cv__accept">
            <button
              type="submit"
              className="pwa-btn pwa-btn--primary"
              disabled={isBusy}
              aria-keyshortcuts="Control+Enter"
            >
              {isNew ? 'Make the candidate' : 'Add to the profile'}
            </button>
            <span className="pwa-cv__soft">Ctrl+Enter accepts, Alt+N goes to the next.</span>
          </div>
        ) : null}
      </form>
    </div>
  )
}

const useKeys = (acts: { accept: () => void; next: () => void }): void => {
  const current = useRef(acts)
  useEffect(() => {
    current.current = acts
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        current.current.accept()
      }
      if (event.code === 'KeyN' && event.altKey) {
        event.preventDefault()
        current.current.next()
      }
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}

/** The text with the place marked where the value in hand was read. */
const CvText = ({ text, place }: { text: string; place: Place | null }) => {
  const mark = useRef<HTMLElement>(null)
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!mark.current || !box.current) return
    // Not `scrollIntoView`: it moves the page as well, and with it what is being pressed.
    const above = mark.current.getBoundingClientRect().top - box.current.getBoundingClientRect().top
    box.current.scrollTop += above - box.current.clientHeight / 2
  }, [place])
  return (
    <section ref={box} className="pwa-cv__text" aria-label="Text of the CV" tabIndex={0}>
      {place ? (
        <>
          {text.slice(0, place.start)}
          <mark ref={mark}>{text.slice(place.start, place.end)}</mark>
          {text.slice(place.end)}
        </>
      ) : (
        text
      )}
    </section>
  )
}

const Single = ({
  name,
  choice,
  problem,
  onLook,
  onChange,
}: {
  name: SingleValue
  choice: Choices['singles'][SingleValue]
  problem: string | null
  onLook: (place: Place | null) => void
  onChange: (change: Partial<Choices['singles'][SingleValue]>) => void
}) => {
  const id = `cv-${name}`
  const { value, before, isTaken, isUnsure, place } = choice
  return (
    <div className="pwa-field pwa-cv__single">
      <label htmlFor={id}>
        {singleValues[name]} {isUnsure ? <Pill tone="warn" label="Check" /> : null}
      </label>
      <div className="pwa-cv__take">
        <input
          type="checkbox"
          aria-label={`Take ${singleValues[name]}`}
          checked={isTaken}
          disabled={!value.trim()}
          onFocus={() => onLook(place)}
          onChange={(event) => onChange({ isTaken: event.target.checked })}
        />
        <input
          id={id}
          type="text"
          value={value}
          aria-invalid={problem !== null}
          aria-describedby={
            problem ? `${id}-problem` : before === null ? undefined : `${id}-before`
          }
          onFocus={() => onLook(place)}
          onChange={(event) =>
            onChange({ value: event.target.value, isTaken: event.target.value.trim() !== '' })
          }
        />
      </div>
      {before === null ? null : (
        <p id={`${id}-before`} className="pwa-cv__soft">
          {saysTheSame(choice) || !value
            ? `Known: ${before}`
            : isTaken
              ? `Replaces: ${before}`
              : `Stays: ${before}`}
        </p>
      )}
      {problem ? (
        <p id={`${id}-problem`} className="pwa-field__problem" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  )
}

type RowsProps<Value> = {
  title: string
  /** The list of the command that takes them: refusals name its rows. */
  name: string
  rows: readonly RowChoice<Value>[]
  problems: Readonly<Record<string, string>>
  onLook: (place: Place) => void
  onTake: (at: number, isTaken: boolean) => void
  mayTake?: (row: RowChoice<Value>) => boolean
  isDense?: boolean
  /** What the row says; `renderBelow`, where it can be changed. */
  children: (row: RowChoice<Value>) => ReactNode
  renderBelow?: (row: RowChoice<Value>, at: number) => ReactNode
}

const Rows = <Value,>({
  title,
  name,
  rows,
  problems,
  onLook,
  onTake,
  mayTake = () => true,
  isDense = false,
  children,
  renderBelow,
}: RowsProps<Value>) =>
  rows.length === 0 ? null : (
    <Panel title={title}>
      <ul className={isDense ? 'pwa-cv__rows pwa-cv__rows--dense' : 'pwa-cv__rows'}>
        {rows.map((row, at) => {
          const sentAs = rows.slice(0, at).filter(({ isTaken }) => isTaken).length
          const wrong = row.isTaken
            ? Object.entries(problems).filter(([key]) => key.startsWith(`${name}.${sentAs}.`))
            : []
          return (
            <li key={row.key}>
              <label className="pwa-cv__row">
                <input
                  type="checkbox"
                  checked={row.isTaken}
                  disabled={!mayTake(row)}
                  onFocus={() => onLook(row.place)}
                  onChange={(event) => onTake(at, event.target.checked)}
                />
                <span>{children(row)}</span>
                {row.isKnown ? <Pill tone="neutral" label="Known" /> : null}
                {row.isUnsure && !row.isKnown ? <Pill tone="warn" label="Check" /> : null}
              </label>
              {row.isTaken ? renderBelow?.(row, at) : null}
              {wrong.map(([key, text]) => (
                <p key={key} className="pwa-field__problem" role="alert">
                  {text}
                </p>
              ))}
            </li>
          )
        })}
      </ul>
    </Panel>
  )

const jobWords = {
  title: 'Job title',
  employer: 'Employer',
  place: 'Place',
  startedIn: 'From month',
  endedIn: 'To month',
} as const

const jobKeys = ['title', 'employer', 'place', 'startedIn', 'endedIn'] as const

const JobFields = ({
  job,
  onLook,
  onChange,
}: {
  job: Job
  onLook: () => void
  onChange: (job: Job) => void
}) => (
  <div className="pwa-cv__job">
    {jobKeys.map((key) => (
      <label key={key} className="pwa-field">
        <span>{jobWords[key]}</span>
        <input
          type="text"
          value={job[key]}
          placeholder={key === 'startedIn' ? '2021-04' : key === 'endedIn' ? 'still there' : ''}
          onFocus={onLook}
          onChange={(event) => onChange({ ...job, [key]: event.target.value })}
        />
      </label>
    ))}
    {job.isYearOnly ? (
      <p className="pwa-cv__soft">The CV names years only: set the months if you know them.</p>
    ) : null}
  </div>
)

const jobText = ({ title, employer, startedIn, endedIn }: Job): string =>
  `${[title, employer].filter(Boolean).join(', ')}: ${startedIn || 'unknown'} to ${endedIn || 'today'}`

const textAt = (value: unknown, key: string): string | null => {
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null
  return typeof text === 'string' ? text : null
}
