'use client'

import type { ImportView } from './import-view'

/** How far a worker is. */
export const ImportProgress = ({ shown }: { shown: ImportView }) => {
  const { done, of, text } = progressOf(shown)
  const percent = of > 0 ? Math.min(100, Math.round((done / of) * 100)) : 0
  return (
    <section className="pwa-panel pwa-import-box pwa-import-progress" aria-label="Progress">
      <p aria-live="polite">
        {text}: {done.toLocaleString()} of {of.toLocaleString()} ({percent} %)
      </p>
      <progress max={of} value={done} aria-label={text} />
      <p className="pwa-import-progress__hint">
        You may leave this page: the work goes on, also after a restart.
      </p>
    </section>
  )
}

const progressOf = (shown: ImportView): { done: number; of: number; text: string } => {
  if (shown.state === 'checking')
    return { done: shown.checkedCount, of: shown.rowCount, text: 'Rows checked' }
  if (shown.state === 'running')
    return { done: shown.handledCount, of: shown.rowCount, text: 'Rows brought in' }
  return {
    done: shown.removedCount + shown.keptCount,
    of: shown.createdCount + shown.filledCount,
    text: 'Rows taken back',
  }
}
