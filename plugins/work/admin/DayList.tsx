'use client'

import { EmptyState } from '#plugins/agency/admin'
import { CommandDialog, useLiveEvents } from '#plugins/kernel/admin'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { DayBar } from './DayBar'
import { DayClockRow } from './DayClockRow'
import { DayRow } from './DayRow'
import type { ShownDay, ShownTask } from './shown-day'
import {
  assignAction,
  awaitAction,
  cancelAction,
  newTaskAction,
  snoozeAction,
} from './task-actions'
import { useDayKeys } from './use-day-keys'
import { useDayMoves } from './use-day-moves'

/** The tasks of a day in their sections, moved by mouse, finger or keys. */
export const DayList = ({ day }: { day: ShownDay }) => {
  const router = useRouter()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { open, start, close, finish, complete, reopen, busy } = useDayMoves()
  useLiveEvents({
    concerns: ({ subject }) => subject.kind === 'task' || subject.kind === 'clock',
    onChange: () => router.refresh(),
  })
  const tasks = day.sections.flatMap((section) => section.tasks)
  const picked = tasks.filter((task) => chosen.has(task.id) && !task.isDone)
  const targets = (task: ShownTask | null): readonly string[] =>
    picked.length > 0 ? picked.map(({ id }) => id) : task ? [task.id] : []
  const choose = (task: ShownTask) =>
    setChosen((before) => {
      const next = new Set(before)
      if (!next.delete(task.id)) next.add(task.id)
      return next
    })
  const startWith = (
    taskIds: readonly string[],
    action: (taskIds: readonly string[]) => Parameters<typeof start>[0],
  ) => {
    if (taskIds.length > 0) start(action(taskIds))
  }
  const addNew = () => start(newTaskAction({ owner: day.owner, dueOn: day.today }))
  const openTask = (id: string | null): ShownTask | null =>
    tasks.find((task) => task.id === id && !task.isDone) ?? null
  const keys = useDayKeys({
    lines: day.sections.flatMap((section) => [...section.clocks, ...section.tasks]),
    on: {
      n: addNew,
      x: (id) => {
        const done = tasks.find((task) => task.id === id && task.isDone)
        if (done && picked.length === 0) reopen([done.id])
        else complete(targets(openTask(id)))
        setChosen(new Set())
      },
      s: (id) => startWith(targets(openTask(id)), (taskIds) => snoozeAction({ taskIds, ...day })),
      w: (id) => startWith(targets(openTask(id)), awaitAction),
      g: (id) => startWith(targets(openTask(id)), assignAction),
      c: (id) => {
        const task = openTask(id)
        if (task) choose(task)
      },
    },
  })
  const isEmpty = day.sections.every(
    (section) => section.tasks.length + section.clocks.length === 0,
  )
  return (
    <div {...keys.region} className="pwa-daylist" role="region" aria-label="Tasks of the day">
      <div className="pwa-daylist__head">
        <button type="button" className="pwa-btn pwa-btn--primary" onClick={addNew}>
          New task…
        </button>
        <details className="pwa-keys">
          <summary>Keys</summary>
          <dl>
            {keyHelp.map(([key, meaning]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
      {isEmpty ? (
        <EmptyState
          title="Nothing to do"
          text="Tasks appear here: your own, those that colleagues give you, and what runs late."
        />
      ) : null}
      {day.sections.map(({ key, title, clocks, tasks: own }) =>
        own.length + clocks.length === 0 ? null : (
          <section key={key} className={`pwa-daysection pwa-daysection--${key}`}>
            <h2 className="pwa-daysection__title">
              {title} <span className="pwa-daysection__count">{own.length + clocks.length}</span>
            </h2>
            <ul className="pwa-daysection__tasks">
              {clocks.map((clock) => (
                <DayClockRow
                  key={clock.id}
                  clock={clock}
                  row={keys.rowOf(clock.id)}
                  onAct={start}
                />
              ))}
              {own.map((task) => (
                <DayRow
                  key={task.id}
                  task={task}
                  row={keys.rowOf(task.id)}
                  isChosen={chosen.has(task.id) && !task.isDone}
                  isBusy={busy.has(task.id)}
                  onChoose={() => choose(task)}
                  onComplete={() => complete([task.id])}
                  onReopen={() => reopen([task.id])}
                  onSnooze={() => start(snoozeAction({ taskIds: [task.id], ...day }))}
                  onAwait={() => start(awaitAction([task.id]))}
                  onAssign={() => start(assignAction([task.id]))}
                  onCancel={() => start(cancelAction([task.id]))}
                />
              ))}
            </ul>
          </section>
        ),
      )}
      <DayBar
        count={picked.length}
        onComplete={() => {
          complete(targets(null))
          setChosen(new Set())
        }}
        onSnooze={() => startWith(targets(null), (taskIds) => snoozeAction({ taskIds, ...day }))}
        onAwait={() => startWith(targets(null), awaitAction)}
        onAssign={() => startWith(targets(null), assignAction)}
        onCancel={() => startWith(targets(null), cancelAction)}
        onClear={() => setChosen(new Set())}
      />
      {open ? (
        <CommandDialog
          key={`${open.command} ${open.label}`}
          action={open}
          onClose={close}
          onDone={() => {
            setChosen(new Set())
            finish()
          }}
        />
      ) : null}
    </div>
  )
}

const keyHelp = [
  ['j k', 'next, previous task'],
  ['x', 'done, or put back'],
  ['s', 'put off'],
  ['w', 'wait for others'],
  ['g', 'give to a colleague'],
  ['c', 'choose several'],
  ['n', 'new task'],
  ['Enter', 'open the task'],
] as const
