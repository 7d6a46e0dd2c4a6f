'use client'

import { useId } from 'react'

import type { ImportView } from './import-view'

type Props = {
  shown: ImportView
  counts: Readonly<Record<string, number>>
  isBusy: boolean
  onDecide: (input: Readonly<Record<string, unknown>>) => Promise<void>
}

/** What becomes of all rows that repeat somebody; single rows may be decided otherwise below. */
export const ImportDecisions = ({ shown, counts, isBusy, onDecide }: Props) => {
  const certainId = useId()
  const alikeId = useId()
  const certain = counts.duplicate ?? 0
  const alike = counts.alike ?? 0
  if (certain + alike === 0) return null
  return (
    <div className="pwa-import-decisions">
      {certain > 0 ? (
        <div className="pwa-field">
          <label className="pwa-field__label" htmlFor={certainId}>
            {certain.toLocaleString()} known for certain
          </label>
          <select
            id={certainId}
            value={shown.onDuplicate}
            disabled={isBusy}
            onChange={(event) =>
              void onDecide({ verdict: 'duplicate', decision: event.target.value })
            }
          >
            <option value="fill">Fill their empty fields</option>
            <option value="skip">Leave them as they are</option>
          </select>
        </div>
      ) : null}
      {alike > 0 ? (
        <div className="pwa-field">
          <label className="pwa-field__label" htmlFor={alikeId}>
            {alike.toLocaleString()} look like somebody known
          </label>
          <select
            id={alikeId}
            value={shown.onAlike}
            disabled={isBusy}
            onChange={(event) => void onDecide({ verdict: 'alike', decision: event.target.value })}
          >
            <option value="skip">Leave out</option>
            <option value="fill">Fill empty fields</option>
            <option value="new">Bring in as new</option>
          </select>
        </div>
      ) : null}
    </div>
  )
}
