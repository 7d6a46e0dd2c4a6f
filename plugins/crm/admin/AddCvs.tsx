'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState } from 'react'

import { Pill, type Tone } from '#plugins/agency/admin'
import { useLiveEvents } from '#plugins/kernel/admin'
import { readDrafts, sendCv, type CvOutcome } from './cv-upload'

type Row = { key: string; file: File; outcome: CvOutcome }

/** So many at once: more would only wait for each other. */
const atOnce = 3
const mostFiles = 200

/** Takes files by drop, by choice or by paste, sends a few at a time and says of each what became of it. */
export const AddCvs = ({ candidateId }: { candidateId: string | null }) => {
  const router = useRouter()
  const inputId = useId()
  const [rows, setRows] = useState<readonly Row[]>([])
  const [isOver, setOver] = useState(false)
  const [note, setNote] = useState<string | null>(null)
  const sending = useRef(new Set<string>())

  const put = (key: string, outcome: CvOutcome) =>
    setRows((now) => now.map((row) => (row.key === key ? { ...row, outcome } : row)))

  const add = (files: readonly File[]) => {
    const room = mostFiles - rows.filter(({ outcome }) => isUnderWay(outcome)).length
    setNote(
      files.length > room
        ? `${files.length - room} files were left out: at most ${mostFiles} at a time. Drop them when these are done.`
        : null,
    )
    setRows((now) => [
      ...now,
      ...files.slice(0, Math.max(0, room)).map(
        (file): Row => ({
          key: crypto.randomUUID(),
          file,
          outcome: { kind: 'waiting' },
        }),
      ),
    ])
  }

  useEffect(() => {
    for (const row of rows) {
      if (sending.current.size >= atOnce) return
      if (row.outcome.kind !== 'waiting' || sending.current.has(row.key)) continue
      sending.current.add(row.key)
      put(row.key, { kind: 'sending' })
      void sendCv({ file: row.file, candidateId }).then((outcome) => {
        sending.current.delete(row.key)
        put(row.key, outcome)
      })
    }
  }, [rows, candidateId])

  const beingRead = rows.flatMap(({ outcome }) =>
    outcome.kind === 'reading' ? [outcome.draftId] : [],
  )
  const look = async () => {
    if (beingRead.length === 0) return
    const outcomes = await readDrafts(beingRead)
    if (outcomes.size === 0) return
    setRows((now) =>
      now.map((row) => {
        const outcome =
          row.outcome.kind === 'reading' ? outcomes.get(row.outcome.draftId) : undefined
        return outcome ? { ...row, outcome } : row
      }),
    )
    router.refresh()
  }
  useLiveEvents({
    concerns: ({ subject }) => subject.kind === 'cv-draft',
    onChange: () => {
      void look()
      router.refresh()
    },
  })
  // Also when an event was missed: a draft may be read before its answer arrived here.
  const lookAgain = useRef(look)
  useEffect(() => {
    lookAgain.current = look
  })
  useEffect(() => {
    if (beingRead.length === 0) return
    const timer = setInterval(() => void lookAgain.current(), 3_000)
    return () => clearInterval(timer)
  }, [beingRead.length])

  useEffect(() => {
    if (!rows.some(({ outcome }) => isUnderWay(outcome))) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [rows])

  const done = rows.filter(({ outcome }) => !isUnderWay(outcome)).length
  return (
    <section className="pwa-panel" aria-label="Add CVs">
      <div
        className={isOver ? 'pwa-drop pwa-drop--over' : 'pwa-drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          add([...event.dataTransfer.files])
        }}
      >
        <p className="pwa-drop__title">Drop CVs here</p>
        <p className="pwa-drop__text">PDF or Word (DOCX), up to 10 MB each, 200 at a time.</p>
        <label htmlFor={inputId} className="pwa-btn pwa-btn--primary">
          Choose files
        </label>
        <input
          id={inputId}
          className="pwa-sr-only"
          type="file"
          multiple
          accept=".pdf,.docx,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          onChange={(event) => {
            add([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </div>
      {note ? <p className="pwa-drop__note">{note}</p> : null}
      {rows.length > 0 ? (
        <>
          <div className="pwa-drop__progress" role="status">
            <progress max={rows.length} value={done} aria-label="Files done" />
            <span>
              {done} of {rows.length} done
            </span>
          </div>
          <ul className="pwa-drop__files" aria-label="Files of this visit">
            {rows.map((row) => (
              <li key={row.key} className="pwa-drop__file">
                <span className="pwa-drop__name">{row.file.name}</span>
                <Told outcome={row.outcome} onRetry={() => put(row.key, { kind: 'waiting' })} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

const isUnderWay = ({ kind }: CvOutcome): boolean => kind === 'waiting' || kind === 'sending'

const pills: Readonly<Record<CvOutcome['kind'], { tone: Tone; label: string }>> = {
  waiting: { tone: 'neutral', label: 'Waits' },
  sending: { tone: 'info', label: 'Sending' },
  reading: { tone: 'info', label: 'Being read' },
  parsed: { tone: 'good', label: 'Read' },
  unreadable: { tone: 'bad', label: 'Cannot be read' },
  duplicate: { tone: 'warn', label: 'Known file' },
  refused: { tone: 'bad', label: 'Not taken' },
}

const Told = ({ outcome, onRetry }: { outcome: CvOutcome; onRetry: () => void }) => (
  <span className="pwa-drop__told">
    <Pill {...pills[outcome.kind]} />
    {outcome.kind === 'parsed' ? <a href={`/admin/cvs?draft=${outcome.draftId}`}>Review</a> : null}
    {outcome.kind === 'unreadable' ? (
      <a href={`/admin/cvs?draft=${outcome.draftId}`}>{outcome.why}</a>
    ) : null}
    {outcome.kind === 'duplicate' ? <Known outcome={outcome} /> : null}
    {outcome.kind === 'refused' ? (
      <>
        <span>{outcome.why}</span>
        {outcome.mayRetry ? (
          <button type="button" className="pwa-btn pwa-btn--quiet" onClick={onRetry}>
            Try again
          </button>
        ) : null}
      </>
    ) : null}
  </span>
)

const Known = ({ outcome }: { outcome: Extract<CvOutcome, { kind: 'duplicate' }> }) => {
  if (outcome.candidateId)
    return (
      <a href={`/admin/collections/candidates/${outcome.candidateId}`}>
        The CV of {outcome.ref ?? 'a candidate'}
      </a>
    )
  return outcome.draftId ? (
    <a href={`/admin/cvs?draft=${outcome.draftId}`}>It waits for review already</a>
  ) : (
    <span>The same file is kept already.</span>
  )
}
