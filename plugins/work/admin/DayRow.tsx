'use client'

import { Glyph } from '#plugins/agency/admin'
import { Menu } from '#plugins/kernel/admin'
import type { RowKeys } from './use-day-keys'
import type { ShownTask } from './shown-day'
import { Tick } from './Tick'

type Props = {
  task: ShownTask
  row: RowKeys
  isChosen: boolean
  isBusy: boolean
  onChoose: () => void
  onComplete: () => void
  onReopen: () => void
  onSnooze: () => void
  onAwait: () => void
  onAssign: () => void
  onCancel: () => void
}

/** One task of the day: tick, words, when it is due, and a menu with the rest. */
export const DayRow = ({ task, row, isChosen, isBusy, ...on }: Props) => (
  <li
    {...row}
    className={[
      'pwa-task',
      task.isDone && 'pwa-task--done',
      isChosen && 'pwa-task--chosen',
      isBusy && 'pwa-task--busy',
    ]
      .filter(Boolean)
      .join(' ')}
  >
    <button
      type="button"
      className="pwa-task__tick"
      aria-label={task.isDone ? `Put back to do: ${task.title}` : `Done: ${task.title}`}
      aria-disabled={isBusy}
      onClick={task.isDone ? on.onReopen : on.onComplete}
    >
      <Tick />
    </button>
    <div className="pwa-task__words">
      <p className="pwa-task__title">
        {task.isUrgent && !task.isDone ? <span className="pwa-task__urgent">Urgent</span> : null}{' '}
        <a href={task.href}>{task.title}</a>
      </p>
      <p className="pwa-task__facts">
        {task.about ? (
          <span>
            {task.about.kind}: <a href={task.about.path}>{task.about.title}</a>
          </span>
        ) : null}
        {task.waitsFor && !task.isDone ? <span>Waits for {lower(task.waitsFor)}</span> : null}
        {task.givenBy ? <span>from {task.givenBy}</span> : null}
        {task.note ? <span className="pwa-task__note">{task.note}</span> : null}
      </p>
    </div>
    <span className={`pwa-task__due${task.isLate ? ' pwa-task__due--late' : ''}`}>
      {task.isLate ? <span className="pwa-sr-only">overdue: </span> : null}
      {task.due}
    </span>
    {task.isDone ? null : (
      <>
        <input
          type="checkbox"
          className="pwa-task__choose"
          aria-label={`Choose ${task.title}`}
          checked={isChosen}
          onChange={on.onChoose}
        />
        <Menu
          label={`Acts on ${task.title}`}
          button={<Glyph name="menu" />}
          buttonClassName="pwa-card__menu"
          items={[
            { key: 'snooze', label: 'Put off…', onSelect: on.onSnooze },
            task.isWaiting
              ? { key: 'back', label: 'Put back to do', onSelect: on.onReopen }
              : { key: 'await', label: 'Wait for others…', onSelect: on.onAwait },
            { key: 'assign', label: 'Give to a colleague…', onSelect: on.onAssign },
            { key: 'cancel', label: 'Drop…', tone: 'danger', onSelect: on.onCancel },
          ]}
        />
      </>
    )}
  </li>
)

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
