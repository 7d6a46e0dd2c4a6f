'use client'

import { useEffect, useId, useState } from 'react'

import { readAnswer, rowsAnswer, type ImportView } from './import-view'

type Props = {
  shown: ImportView
  fields: readonly { key: string; label: string }[]
  isBusy: boolean
  onCheck: (columns: readonly (string | null)[], dayOrder: 'dmy' | 'mdy' | null) => Promise<void>
}

/** What each column of the file is, with some of its cells. */
export const ImportColumns = ({ shown, fields, isBusy, onCheck }: Props) => {
  const dayId = useId()
  const [columns, setColumns] = useState<readonly (string | null)[]>(shown.columns)
  const [dayOrder, setDayOrder] = useState<'' | 'dmy' | 'mdy'>(
    shown.state === 'checked' ? shown.dayOrder : '',
  )
  const [samples, setSamples] = useState<readonly (readonly string[])[]>([])
  useEffect(() => {
    void readAnswer({ path: `/api/imports/${shown.id}/rows?limit=20`, schema: rowsAnswer }).then(
      (read) => {
        if (read.ok) setSamples(read.value.rows.map(({ cells }) => cells))
      },
    )
  }, [shown.id])
  const taken = new Map<string, number>()
  for (const [index, key] of columns.entries())
    if (key !== null && !taken.has(key)) taken.set(key, index)
  const choose = (index: number, key: string) =>
    setColumns((before) => before.map((one, at) => (at === index ? key || null : one)))
  const cellsOf = (index: number): string =>
    [...new Set(samples.map((cells) => cells[index]?.trim() ?? '').filter(Boolean))]
      .slice(0, 3)
      .join(' · ')
  const repeated = columns.some((key, index) => key !== null && taken.get(key) !== index)
  return (
    <section className="pwa-panel pwa-import-box" aria-label="Columns">
      <h2 className="pwa-panel__title">What is in the columns?</h2>
      <p className="pwa-import-note">
        Recognised by their headings. Columns without a field are left out. The next file with the
        same headings begins with what you choose here.
      </p>
      <ul className="pwa-import-columns">
        {shown.headers.map((heading, index) => {
          const key = columns[index] ?? null
          const isTwice = key !== null && taken.get(key) !== index
          return (
            <li key={index} className={key === null ? 'pwa-import-columns__out' : undefined}>
              <span className="pwa-import-columns__heading">
                <strong>{heading || `Column ${index + 1}`}</strong>
                <span className="pwa-import-columns__cells">{cellsOf(index)}</span>
              </span>
              <span aria-hidden="true">→</span>
              <select
                aria-label={`Field for ${heading || `column ${index + 1}`}`}
                aria-invalid={isTwice}
                value={key ?? ''}
                onChange={(event) => choose(index, event.target.value)}
              >
                <option value="">Left out</option>
                {fields.map((field) => (
                  <option key={field.key} value={field.key}>
                    {field.label}
                  </option>
                ))}
              </select>
              {isTwice ? (
                <span className="pwa-import-columns__problem">Chosen above already.</span>
              ) : null}
            </li>
          )
        })}
      </ul>
      <div className="pwa-import-columns__foot">
        <div className="pwa-field">
          <label className="pwa-field__label" htmlFor={dayId}>
            Days such as 3/4/2024
          </label>
          <select
            id={dayId}
            value={dayOrder}
            onChange={(event) =>
              setDayOrder(
                event.target.value === 'dmy' || event.target.value === 'mdy'
                  ? event.target.value
                  : '',
              )
            }
          >
            <option value="">As the cells show</option>
            <option value="dmy">3 April 2024</option>
            <option value="mdy">4 March 2024</option>
          </select>
        </div>
        <button
          type="button"
          className="pwa-btn pwa-btn--primary"
          disabled={isBusy || repeated || columns.every((key) => key === null)}
          onClick={() => void onCheck(columns, dayOrder === '' ? null : dayOrder)}
        >
          Check all rows
        </button>
      </div>
    </section>
  )
}
