'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useCallback, useEffect, useState } from 'react'

import { CommandDialog, useLiveEvents } from '#plugins/kernel/admin'
import { ClockLine } from './ClockLine'
import { newTaskAction } from './task-actions'
import { TaskLine } from './TaskLine'
import { useDayMoves } from './use-day-moves'
import { readWork, type WorkAnswer } from './read-work'

/** What is to be done about the record, and the clocks that run on it. */
export const RecordWork: UIFieldClientComponent = ({ field }) => {
  const { id } = useDocumentInfo()
  const kind: unknown = field.admin?.custom?.subject
  if (id === undefined || typeof kind !== 'string') return null
  return <Work key={String(id)} kind={kind} id={String(id)} />
}

const Work = ({ kind, id }: { kind: string; id: string }) => {
  const [answer, setAnswer] = useState<WorkAnswer | null>(null)
  const reload = useCallback(() => {
    void readWork({ kind, id }).then(setAnswer)
  }, [kind, id])
  useEffect(reload, [reload])
  useLiveEvents({
    concerns: ({ subject }) => subject.kind === 'task' || subject.kind === 'clock',
    onChange: reload,
  })
  const { open, start, close, finish, complete, busy } = useDayMoves({ onDone: reload })

  if (!answer) return <p className="pwa-story__note">Reading what is to be done…</p>
  if (answer.kind === 'not-yours') return null
  if (answer.kind === 'failed')
    return (
      <section className="pwa-story" aria-label="To do">
        <h2 className="pwa-story__title">To do</h2>
        <p className="pwa-story__note" role="alert">
          {answer.message}
        </p>
        <button type="button" className="pwa-btn pwa-btn--quiet" onClick={reload}>
          Try again
        </button>
      </section>
    )
  const { tasks, clocks, reader } = answer.work
  return (
    <section className="pwa-story" aria-label="To do">
      <div className="pwa-story__head">
        <h2 className="pwa-story__title">To do</h2>
        <button
          type="button"
          className="pwa-btn pwa-btn--small"
          onClick={() =>
            start(
              newTaskAction({
                owner: { id: reader.id, title: reader.name },
                about: { kind, id },
              }),
            )
          }
        >
          New task…
        </button>
      </div>
      {clocks.length > 0 ? (
        <ul className="pwa-clocks">
          {clocks.map((clock) => (
            <ClockLine key={clock.id} clock={clock} onAct={start} />
          ))}
        </ul>
      ) : null}
      {tasks.length === 0 ? (
        <p className="pwa-story__note">No open tasks.</p>
      ) : (
        <ul className="pwa-tasklines">
          {tasks.map((task) => (
            <TaskLine
              key={task.id}
              task={task}
              isBusy={busy.has(task.id)}
              onComplete={() => complete([task.id])}
            />
          ))}
        </ul>
      )}
      {open ? (
        <CommandDialog
          key={`${open.command} ${open.label}`}
          action={open}
          onClose={close}
          onDone={finish}
        />
      ) : null}
    </section>
  )
}
