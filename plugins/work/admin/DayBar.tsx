'use client'

type Props = {
  count: number
  onComplete: () => void
  onSnooze: () => void
  onAwait: () => void
  onAssign: () => void
  onCancel: () => void
  onClear: () => void
}

/** What can be done with the chosen tasks; there only while tasks are chosen. */
export const DayBar = ({
  count,
  onComplete,
  onSnooze,
  onAwait,
  onAssign,
  onCancel,
  onClear,
}: Props) =>
  count === 0 ? null : (
    <div className="pwa-board-bar" role="region" aria-label="Chosen tasks">
      <strong>{count === 1 ? 'One task' : `${count} tasks`}</strong>
      <div className="pwa-board-bar__acts">
        <button type="button" className="pwa-btn pwa-btn--primary" onClick={onComplete}>
          Done
        </button>
        <button type="button" className="pwa-btn" onClick={onSnooze}>
          Put off…
        </button>
        <button type="button" className="pwa-btn" onClick={onAwait}>
          Wait for others…
        </button>
        <button type="button" className="pwa-btn" onClick={onAssign}>
          Give away…
        </button>
        <button type="button" className="pwa-btn pwa-btn--danger-quiet" onClick={onCancel}>
          Drop…
        </button>
        <button type="button" className="pwa-btn pwa-btn--quiet" onClick={onClear}>
          Choose none
        </button>
      </div>
    </div>
  )
