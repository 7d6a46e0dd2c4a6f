'use client'

import { useEffect, useState } from 'react'

import { EmptyState, Pill } from '#plugins/agency/admin'
import { hasBegun } from '../domain/import-workflow'
import { matchWords, outcomeLabels, verdictLabels } from '../domain/import-words'
import { ImportDecisions } from './ImportDecisions'
import {
  readAnswer,
  rowsAnswer,
  type ImportView,
  type RowsAnswer,
  type ShownRow,
} from './import-view'

type Props = {
  shown: ImportView
  collection: string
  isBusy: boolean
  onDecide: (input: Readonly<Record<string, unknown>>) => Promise<boolean>
}

const tones = { ok: 'good', duplicate: 'info', alike: 'warn', bad: 'bad' } as const
const outcomeTones: Readonly<Record<string, 'good' | 'info' | 'neutral' | 'bad' | 'warn'>> = {
  created: 'good',
  filled: 'info',
  failed: 'bad',
  kept: 'warn',
}

/** The rows with their verdicts, later with what became of them: by kind, page after page. */
export const ImportRows = ({ shown, collection, isBusy, onDecide }: Props) => {
  const isOver = hasBegun(shown.state)
  const [filter, setFilter] = useState<string | null>(null)
  const [starts, setStarts] = useState<readonly number[]>([0])
  const [answer, setAnswer] = useState<RowsAnswer | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [version, setVersion] = useState(0)
  const after = starts.at(-1) ?? 0
  useEffect(() => {
    let isCurrent = true
    const asked = new URLSearchParams({ after: String(after), limit: '50' })
    if (filter) asked.set(isOver ? 'outcome' : 'verdict', filter)
    void readAnswer({ path: `/api/imports/${shown.id}/rows?${asked}`, schema: rowsAnswer }).then(
      (read) => {
        if (!isCurrent) return
        if (read.ok) setAnswer(read.value)
        setProblem(read.ok ? null : read.message)
      },
    )
    return () => {
      isCurrent = false
    }
  }, [shown.id, after, filter, isOver, version])

  if (problem) return <EmptyState title="The rows could not be read" text={problem} />
  if (!answer) return <p aria-live="polite">Reading the rows …</p>
  const counts = isOver ? answer.counts.outcomes : answer.counts.verdicts
  const labels: Readonly<Record<string, string>> = isOver ? outcomeLabels : verdictLabels
  const decide = async (input: Readonly<Record<string, unknown>>) => {
    if (await onDecide(input)) setVersion((before) => before + 1)
  }
  return (
    <>
      <div className="pwa-chips" role="group" aria-label="Show rows">
        <Chip
          label="All"
          count={shown.rowCount}
          isChosen={filter === null}
          onChoose={() => {
            setFilter(null)
            setStarts([0])
          }}
        />
        {Object.entries(labels)
          .filter(([key]) => (counts[key] ?? 0) > 0)
          .map(([key, label]) => (
            <Chip
              key={key}
              label={label}
              count={counts[key] ?? 0}
              isChosen={filter === key}
              onChoose={() => {
                setFilter(key)
                setStarts([0])
              }}
            />
          ))}
      </div>
      {isOver ? null : (
        <ImportDecisions shown={shown} counts={counts} isBusy={isBusy} onDecide={decide} />
      )}
      {answer.rows.length === 0 ? (
        <EmptyState
          title={shown.forgottenAt ? 'The rows are not kept any longer' : 'No rows of this kind'}
        />
      ) : (
        <div className="pwa-table-scroll" role="region" tabIndex={0} aria-label="Rows of the file">
          <table className="pwa-table">
            <caption className="pwa-sr-only">Rows of the file</caption>
            <thead>
              <tr>
                <th scope="col">Row</th>
                <th scope="col">{isOver ? 'What became of it' : 'Verdict'}</th>
                {shown.headers.map((heading, index) => (
                  <th key={index} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {answer.rows.map((row) => (
                <tr key={row.no}>
                  <th scope="row" className="pwa-import-row">
                    {row.no}
                  </th>
                  <td className="pwa-import-verdict">
                    <Verdict
                      row={row}
                      collection={collection}
                      isOver={isOver}
                      isBusy={isBusy}
                      onDecide={decide}
                    />
                  </td>
                  {shown.headers.map((_, index) => (
                    <td key={index} className="pwa-import-cell" title={row.cells[index]}>
                      {row.cells[index]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <nav className="pwa-import-pages" aria-label="Pages of rows">
        <button
          type="button"
          className="pwa-btn"
          disabled={starts.length < 2}
          onClick={() => setStarts((before) => before.slice(0, -1))}
        >
          Rows before
        </button>
        <button
          type="button"
          className="pwa-btn"
          disabled={answer.next === null}
          onClick={() => {
            const { next } = answer
            if (next !== null) setStarts((before) => [...before, next])
          }}
        >
          More rows
        </button>
      </nav>
    </>
  )
}

const Chip = ({
  label,
  count,
  isChosen,
  onChoose,
}: {
  label: string
  count: number
  isChosen: boolean
  onChoose: () => void
}) => (
  <button
    type="button"
    className="pwa-chips__chip"
    aria-pressed={isChosen}
    aria-current={isChosen ? 'true' : undefined}
    onClick={onChoose}
  >
    {label} ({count.toLocaleString()})
  </button>
)

const Verdict = ({
  row,
  collection,
  isOver,
  isBusy,
  onDecide,
}: {
  row: ShownRow
  collection: string
  isOver: boolean
  isBusy: boolean
  onDecide: (input: Readonly<Record<string, unknown>>) => Promise<void>
}) => {
  const record = isOver && row.recordId ? row.recordId : row.match?.id
  return (
    <>
      {isOver && row.outcome ? (
        <Pill
          tone={outcomeTones[row.outcome] ?? 'neutral'}
          label={outcomeLabels[row.outcome] ?? row.outcome}
        />
      ) : row.verdict ? (
        <Pill tone={tones[row.verdict]} label={verdictLabels[row.verdict]} />
      ) : null}
      {row.problems.map(({ field, message }) => (
        <p key={field}>
          <strong>{field}:</strong> {message}
        </p>
      ))}
      {row.reason ? <p>{row.reason}</p> : null}
      {row.match ? (
        <p>
          {row.match.id ? (
            <a href={`/admin/collections/${collection}/${row.match.id}`}>
              {row.match.title ?? 'Record'}
            </a>
          ) : (
            `Row ${row.match.row}`
          )}
          {row.match.by ? `, ${matchWords[row.match.by] ?? row.match.by}` : ''}
        </p>
      ) : record ? (
        <p>
          <a href={`/admin/collections/${collection}/${record}`}>Open</a>
        </p>
      ) : null}
      {!isOver && (row.verdict === 'alike' || row.verdict === 'duplicate') ? (
        <select
          aria-label={`What becomes of row ${row.no}`}
          value={row.decision ?? ''}
          disabled={isBusy}
          onChange={(event) =>
            void onDecide({
              verdict: row.verdict,
              decision: event.target.value,
              rows: [row.no],
            })
          }
        >
          <option value="" disabled>
            As decided for all
          </option>
          <option value="skip">Leave out</option>
          <option value="fill">Fill empty fields</option>
          {row.verdict === 'alike' ? <option value="new">Bring in as new</option> : null}
        </select>
      ) : null}
    </>
  )
}
