'use client'

import { useEffect, useRef, useState, type DragEvent } from 'react'
import { z } from 'zod'

import { Pill } from '#plugins/agency/admin'
import { takesFilesNow } from '../domain/import-workflow'
import { readAnswer } from './import-view'

const filesAnswer = z.object({
  files: z.array(
    z.object({
      no: z.number(),
      path: z.string(),
      size: z.number(),
      kind: z.string().nullable(),
      problem: z.string().nullable(),
      rowNo: z.number().nullable(),
      whose: z.enum(['row', 'nobody', 'several']).nullable(),
      outcome: z.string().nullable(),
      documentId: z.string().nullable(),
    }),
  ),
  next: z.number().nullable(),
  counts: z.object({
    all: z.number(),
    stored: z.number(),
    known: z.number(),
    waiting: z.number(),
    trouble: z.number(),
  }),
})

type FilesAnswer = z.output<typeof filesAnswer>
type ShownFile = FilesAnswer['files'][number]

const kept = z.object({ taken: z.number(), refused: z.number() })

/** CVs and other papers beside the table: an archive is dropped, and each file says whose it is. */
export const ImportFiles = ({ importId, state }: { importId: string; state: string }) => {
  const input = useRef<HTMLInputElement>(null)
  const [answer, setAnswer] = useState<FilesAnswer | null>(null)
  const [isTroubleOnly, setTroubleOnly] = useState(false)
  const [starts, setStarts] = useState<readonly number[]>([0])
  const [busy, setBusy] = useState<string | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isOver, setOver] = useState(false)
  const after = starts.at(-1) ?? 0

  const [version, setVersion] = useState(0)
  useEffect(() => {
    let isCurrent = true
    const asked = new URLSearchParams({ after: String(after), limit: '50' })
    if (isTroubleOnly) asked.set('only', 'trouble')
    void readAnswer({
      path: `/api/imports/${importId}/files?${asked}`,
      schema: filesAnswer,
    }).then((found) => {
      if (!isCurrent) return
      if (found.ok) setAnswer(found.value)
      else setProblem(found.message)
    })
    return () => {
      isCurrent = false
    }
  }, [importId, after, isTroubleOnly, state, version])

  const isAtWork = state === 'done' && (answer?.counts.waiting ?? 0) > 0
  useEffect(() => {
    if (!isAtWork) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') setVersion((before) => before + 1)
    }, 2_000)
    return () => clearInterval(timer)
  }, [isAtWork])

  const send = async (file: File | undefined) => {
    if (!file || busy) return
    setBusy(file.name)
    setProblem(null)
    setSaid(null)
    const sent = await readAnswer({
      path: `/api/imports/${importId}/files`,
      schema: kept,
      init: { method: 'POST', body: file, headers: { 'Content-Type': 'application/octet-stream' } },
    })
    setBusy(null)
    if (!sent.ok) {
      setProblem(sent.message)
      return
    }
    const { taken, refused } = sent.value
    setSaid(
      `${taken.toLocaleString()} files taken${refused > 0 ? `, ${refused.toLocaleString()} not: each says why` : ''}.`,
    )
    setStarts([0])
    setVersion((before) => before + 1)
  }

  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void send(event.dataTransfer.files[0])
  }

  const counts = answer?.counts
  const mayAdd = takesFilesNow(state)
  if (!mayAdd && (counts?.all ?? 0) === 0) return null
  return (
    <section className="pwa-panel pwa-import-box pwa-import-files" aria-label="Files">
      <h2 className="pwa-import-files__title">CVs and other files</h2>
      {mayAdd ? (
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
            {busy
              ? `Reading ${busy} …`
              : (said ??
                'Drop a ZIP of files here. A file belongs to the row that names it in a column “Files”, whose number its folder or name begins with, or whose e-mail stands in its name.')}
          </p>
          <button
            type="button"
            className="pwa-btn"
            disabled={busy !== null}
            onClick={() => input.current?.click()}
          >
            Choose a ZIP
          </button>
          <input
            ref={input}
            type="file"
            className="pwa-sr-only"
            tabIndex={-1}
            aria-label="Archive of files"
            accept=".zip,application/zip"
            onChange={(event) => {
              void send(event.target.files?.[0])
              event.target.value = ''
            }}
          />
        </div>
      ) : null}
      <p className="pwa-import-drop__problem" role="alert">
        {problem}
      </p>
      {answer && counts && counts.all > 0 ? (
        <>
          <p aria-live="polite">
            {counts.all.toLocaleString()} files: {counts.stored.toLocaleString()} with their
            candidates, {counts.known.toLocaleString()} there already,{' '}
            {counts.waiting.toLocaleString()} waiting
            {state === 'done' ? '' : ' for the import'}, {counts.trouble.toLocaleString()} in
            trouble.
          </p>
          {counts.trouble > 0 ? (
            <label className="pwa-import-files__only">
              <input
                type="checkbox"
                checked={isTroubleOnly}
                onChange={(event) => {
                  setTroubleOnly(event.target.checked)
                  setStarts([0])
                }}
              />
              <span>Only those in trouble</span>
            </label>
          ) : null}
          <div className="pwa-table-scroll" role="region" tabIndex={0} aria-label="Files">
            <table className="pwa-table">
              <caption className="pwa-sr-only">Files beside the table</caption>
              <thead>
                <tr>
                  <th scope="col">File</th>
                  <th scope="col">Row</th>
                  <th scope="col">What becomes of it</th>
                </tr>
              </thead>
              <tbody>
                {answer.files.map((file) => (
                  <tr key={file.no}>
                    <th scope="row" className="pwa-import-files__name">
                      {file.documentId ? (
                        <a href={`/admin/collections/documents/${file.documentId}`}>{file.path}</a>
                      ) : (
                        file.path
                      )}
                    </th>
                    <td>{file.rowNo ?? '–'}</td>
                    <td>
                      <Pill {...fateOf(file)} />
                      {file.problem ? (
                        <span className="pwa-import-files__why">{file.problem}</span>
                      ) : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {starts.length > 1 || answer.next !== null ? (
            <div className="pwa-import-pages">
              <button
                type="button"
                className="pwa-btn"
                disabled={starts.length === 1}
                onClick={() => setStarts((before) => before.slice(0, -1))}
              >
                Back
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
                More
              </button>
            </div>
          ) : null}
        </>
      ) : null}
    </section>
  )
}

const fateOf = ({
  problem,
  outcome,
  whose,
}: ShownFile): { tone: 'good' | 'info' | 'warn' | 'bad' | 'neutral'; label: string } => {
  if (outcome === 'stored') return { tone: 'good', label: 'With the candidate' }
  if (outcome === 'known') return { tone: 'info', label: 'There already' }
  if (outcome === 'left-out') return { tone: 'warn', label: 'Its row was left out' }
  if (outcome === 'removed') return { tone: 'neutral', label: 'Taken back' }
  if (problem) return { tone: 'bad', label: 'Not taken' }
  if (whose === 'nobody') return { tone: 'warn', label: 'No row names it' }
  if (whose === 'several') return { tone: 'warn', label: 'Several rows name it' }
  return { tone: 'neutral', label: 'Waits for the import' }
}
