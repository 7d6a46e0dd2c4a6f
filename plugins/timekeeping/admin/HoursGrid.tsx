'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState, type ReactNode } from 'react'

import { callCommand } from '#plugins/kernel/admin'
import {
  dayAfter,
  daysFrom,
  emptyRow,
  inputOfRows,
  questionsOf,
  totalInWords,
  type HoursRow,
} from './hours-rows'

type Props = {
  timesheetId: string
  /** Of the hours on the screen: somebody else's newer ones are not saved over. */
  revision: number
  weekStartsOn: string
  weekEndsOn: string
  isEditable: boolean
  entries: readonly HoursRow[]
  /** Days from the first to the one after the last on which clocks went back. */
  twiceDays: readonly string[]
}

/**
 * One row per entry; an end before the start is on the next day. What the times do not tell is asked
 * below them: which of two hours where clocks went back, and whether equal times are a whole day.
 */
export const HoursGrid = (props: Props) => {
  const { timesheetId, revision, weekStartsOn, weekEndsOn, isEditable } = props
  const router = useRouter()
  const days = daysFrom({ from: weekStartsOn, to: weekEndsOn })
  const [rows, setRows] = useState<readonly HoursRow[]>(() =>
    isEditable && props.entries.length === 0
      ? days.slice(0, 5).map((day) => emptyRow(day))
      : props.entries,
  )
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [message, setMessage] = useState('')
  const [isBusy, setBusy] = useState(false)

  const change = (at: number, part: Partial<HoursRow>) =>
    setRows((before) => before.map((row, index) => (index === at ? { ...row, ...part } : row)))

  const save = async () => {
    const { entries, rowOf } = inputOfRows(rows)
    setBusy(true)
    const answer = await callCommand({
      command: 'save-timesheet',
      input: { timesheetId, revision, entries },
      key: crypto.randomUUID(),
    })
    setBusy(false)
    if (answer.ok) {
      toast.success('Hours saved.')
      router.refresh()
      return
    }
    const beside = Object.entries(answer.fields).map(([path, text]) => {
      const [, at, field] = /^entries\.(\d+)\.(\w+)$/.exec(path) ?? []
      return [`${rowOf[Number(at)] ?? ''}.${field ?? ''}`, text] as const
    })
    setProblems(Object.fromEntries(beside))
    setMessage(beside.length > 0 ? 'Please look at the marked hours.' : answer.message)
  }

  return (
    <form
      className="pwa-screen"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void save()
      }}
    >
      <div className="pwa-table-scroll" role="region" tabIndex={0} aria-label="Hours of the week">
        <table className="pwa-table pwa-hours">
          <caption className="pwa-sr-only">Hours of the week</caption>
          <thead>
            <tr>
              {['Day', 'Start', 'End', 'Break, minutes', 'Note'].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
              {isEditable ? (
                <th scope="col">
                  <span className="pwa-sr-only">Remove</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <HoursRowInputs
                key={at}
                row={row}
                at={at}
                days={days}
                twiceDays={props.twiceDays}
                problems={problems}
                isEditable={isEditable}
                onChange={(part) => change(at, part)}
                onRemove={() => setRows((before) => before.filter((_, index) => index !== at))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="pwa-hours__total">{totalInWords(rows)}</p>
      <p className="pwa-dialog__message" role="alert">
        {message}
      </p>
      {isEditable ? (
        <div className="pwa-hours__acts">
          <button type="submit" className="pwa-btn pwa-btn--primary" aria-disabled={isBusy}>
            Save hours
          </button>
          <button
            type="button"
            className="pwa-btn"
            onClick={() => setRows((before) => [...before, emptyRow(days[0] ?? weekStartsOn)])}
          >
            Add a row
          </button>
        </div>
      ) : null}
    </form>
  )
}

type RowProps = {
  row: HoursRow
  at: number
  days: readonly string[]
  twiceDays: readonly string[]
  problems: Readonly<Record<string, string>>
  isEditable: boolean
  onChange: (part: Partial<HoursRow>) => void
  onRemove: () => void
}

const HoursRowInputs = (props: RowProps) => {
  const { row, at, days, twiceDays, problems, isEditable, onChange, onRemove } = props
  const asked = questionsOf({ row, twiceDays })
  const shared = (field: string) => ({
    disabled: !isEditable,
    'aria-label': `${titles[field] ?? field}, row ${at + 1}`,
    'aria-invalid': problems[`${at}.${field}`] !== undefined,
  })
  const cell = (field: keyof HoursRow, input: ReactNode, questions: ReactNode = null) => (
    <td className={problems[`${at}.${field}`] ? 'pwa-field pwa-field--wrong' : 'pwa-field'}>
      {input}
      {questions}
      {problems[`${at}.${field}`] ? (
        <p className="pwa-field__problem">{problems[`${at}.${field}`]}</p>
      ) : null}
    </td>
  )
  return (
    <tr>
      {cell(
        'day',
        <select
          {...shared('day')}
          value={row.day}
          onChange={(event) => onChange({ day: event.target.value })}
        >
          {days.map((day) => (
            <option key={day} value={day}>
              {dayInWords(day)}
            </option>
          ))}
        </select>,
      )}
      {cell(
        'start',
        <input
          {...shared('start')}
          type="time"
          value={row.start}
          onChange={(event) => onChange({ start: event.target.value })}
        />,
        asked.startOccurrence ? (
          <select
            {...shared('startOccurrence')}
            value={row.startOccurrence}
            onChange={(event) => onChange({ startOccurrence: event.target.value })}
          >
            {occurrences}
          </select>
        ) : null,
      )}
      {cell(
        'end',
        <input
          {...shared('end')}
          type="time"
          value={row.end}
          // Corrected times speak for themselves again.
          onChange={(event) => onChange({ end: event.target.value, endDay: '' })}
        />,
        <>
          {asked.endOccurrence ? (
            <select
              {...shared('endOccurrence')}
              value={row.endOccurrence}
              onChange={(event) => onChange({ endOccurrence: event.target.value })}
            >
              {occurrences}
            </select>
          ) : null}
          {asked.endDay ? (
            <select
              {...shared('endDay')}
              value={row.endDay}
              onChange={(event) => onChange({ endDay: event.target.value })}
            >
              <option value="">Day as the times tell</option>
              <option value={row.day}>On the same day</option>
              <option value={dayAfter(row.day)}>On the next day</option>
            </select>
          ) : null}
        </>,
      )}
      {cell(
        'breakMinutes',
        <input
          {...shared('breakMinutes')}
          type="number"
          min={0}
          value={row.breakMinutes}
          onChange={(event) => onChange({ breakMinutes: event.target.value })}
        />,
      )}
      {cell(
        'note',
        <input
          {...shared('note')}
          type="text"
          value={row.note}
          onChange={(event) => onChange({ note: event.target.value })}
        />,
      )}
      {isEditable ? (
        <td>
          <button
            type="button"
            className="pwa-btn pwa-btn--quiet"
            aria-label={`Remove row ${at + 1}`}
            onClick={onRemove}
          >
            Remove
          </button>
        </td>
      ) : null}
    </tr>
  )
}

const titles: Readonly<Record<string, string>> = {
  day: 'Day',
  start: 'Start',
  end: 'End',
  breakMinutes: 'Break in minutes',
  note: 'Note',
  startOccurrence: 'Which hour the start is in',
  endOccurrence: 'Which hour the end is in',
  endDay: 'Day of the end',
}

const occurrences = (
  <>
    <option value="">Not in the hour that came twice</option>
    <option value="first">The first of the two</option>
    <option value="second">The second, after the change</option>
  </>
)

const dayInWords = (day: string): string =>
  new Intl.DateTimeFormat('en', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
