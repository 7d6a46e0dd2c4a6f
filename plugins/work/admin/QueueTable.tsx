'use client'

import { useState } from 'react'

import { Table } from '#plugins/agency/admin'
import type { QueueCounts } from '#plugins/kernel'
import type { CommandAction } from '#plugins/kernel/admin'
import { formatAge } from '#plugins/kernel/domain'

type Props = {
  queues: readonly QueueCounts[]
  isBusy: boolean
  onAct: (action: CommandAction) => void
}

/** Every queue with what lies in it; those with nothing to tell are shown when asked for. */
export const QueueTable = ({ queues, isBusy, onAct }: Props) => {
  const [isWhole, setWhole] = useState(false)
  const busy = queues.filter(
    ({ waiting, delayed, active, failed }) => waiting + delayed + active + failed > 0,
  )
  const shown = isWhole ? queues : busy
  const quiet = queues.length - busy.length
  return (
    <>
      {shown.length === 0 ? (
        <p className="pwa-system__quiet">Every queue is empty.</p>
      ) : (
        <Table
          caption="Queues"
          columns={[
            { key: 'name', label: 'Queue' },
            { key: 'waiting', label: 'Waiting', isFigure: true },
            { key: 'lag', label: 'Oldest', isFigure: true },
            { key: 'delayed', label: 'Later', isFigure: true },
            { key: 'active', label: 'At work', isFigure: true },
            { key: 'done', label: 'Done in 1 h', isFigure: true },
            { key: 'failed', label: 'Failed', isFigure: true },
            { key: 'acts', label: '' },
          ]}
          rows={shown.map((queue) => ({
            id: queue.name,
            cells: {
              name: queue.name,
              waiting: queue.waiting,
              lag: queue.lagSeconds > 0 ? formatAge(queue.lagSeconds) : '–',
              delayed: queue.delayed,
              active: queue.active,
              done: queue.doneLastHour,
              failed: queue.failed,
              acts:
                queue.failed > 0 ? (
                  <button
                    type="button"
                    className="pwa-btn"
                    disabled={isBusy}
                    onClick={() => onAct(retryAll(queue))}
                  >
                    Retry all…<span className="pwa-sr-only"> of {queue.name}</span>
                  </button>
                ) : null,
            },
          }))}
        />
      )}
      {quiet > 0 ? (
        <button
          type="button"
          className="pwa-btn pwa-btn--quiet"
          aria-expanded={isWhole}
          onClick={() => setWhole((before) => !before)}
        >
          {isWhole
            ? 'Hide the empty queues'
            : `Show ${quiet} empty ${quiet === 1 ? 'queue' : 'queues'}`}
        </button>
      ) : null}
    </>
  )
}

const retryAll = ({ name, failed }: QueueCounts): CommandAction => ({
  command: 'retry-failed-jobs',
  label: 'Retry all…',
  input: { queue: name },
  text: `${failed === 1 ? 'The failed job' : `All ${failed} failed jobs`} of “${name}” will be tried once more, at once.`,
  tone: 'primary',
  done: 'They are tried again.',
})
