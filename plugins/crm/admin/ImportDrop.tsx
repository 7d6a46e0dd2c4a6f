'use client'

import { useId, useRef, useState, type DragEvent } from 'react'
import { z } from 'zod'

import { readAnswer } from './import-view'

const answer = z.object({ importId: z.string() })

/** Where a table is dropped or chosen; then its columns are asked for. */
export const ImportDrop = ({ kinds }: { kinds: readonly { key: string; label: string }[] }) => {
  const selectId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [kind, setKind] = useState(kinds[0]?.key ?? '')
  const [isOver, setOver] = useState(false)
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const send = async (file: File | undefined) => {
    if (!file || busy) return
    setBusy(file.name)
    setProblem(null)
    const asked = new URLSearchParams({ kind, file: file.name.slice(-200) })
    const sent = await readAnswer({
      path: `/api/imports/upload?${asked}`,
      schema: answer,
      init: { method: 'POST', body: file, headers: { 'Content-Type': 'application/octet-stream' } },
    })
    if (sent.ok) window.location.assign(`/admin/collections/imports?import=${sent.value.importId}`)
    else {
      setBusy(null)
      setProblem(sent.message)
    }
  }

  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void send(event.dataTransfer.files[0])
  }

  return (
    <section className="pwa-panel pwa-import-drop" aria-label="New import">
      <div className="pwa-field">
        <label className="pwa-field__label" htmlFor={selectId}>
          What is in the file?
        </label>
        <select
          id={selectId}
          value={kind}
          disabled={busy !== null}
          onChange={(event) => setKind(event.target.value)}
        >
          {kinds.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div
        className={`pwa-import-drop__zone ${isOver ? 'pwa-import-drop__zone--over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <p className="pwa-import-drop__text" aria-live="polite">
          {busy ? `Reading ${busy} …` : 'Drop a CSV or XLSX file here, with a line of headings.'}
        </p>
        <button
          type="button"
          className="pwa-btn pwa-btn--primary"
          disabled={busy !== null}
          onClick={() => input.current?.click()}
        >
          Choose a file
        </button>
        <input
          ref={input}
          type="file"
          className="pwa-sr-only"
          tabIndex={-1}
          aria-label="Table to import"
          accept=".csv,.tsv,.txt,.xlsx,text/csv"
          onChange={(event) => {
            void send(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
      <p className="pwa-import-drop__problem" role="alert">
        {problem}
      </p>
    </section>
  )
}
