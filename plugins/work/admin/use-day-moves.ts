'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { callCommand, useAction } from '#plugins/kernel/admin'

/** Ticks tasks off and back at once; a slip of the hand can be taken back. */
export const useDayMoves = ({ onDone }: { onDone?: () => void } = {}) => {
  const router = useRouter()
  const { open, start, close, finish } = useAction(onDone ? { onDone } : {})
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set())

  const run = ({
    command,
    taskIds,
    done,
    undo,
  }: {
    command: string
    taskIds: readonly string[]
    done: string
    undo?: () => void
  }) => {
    const ids = taskIds.filter((id) => !busy.has(id))
    if (ids.length === 0) return
    setBusy((before) => new Set([...before, ...ids]))
    void callCommand({ command, input: { taskIds: ids }, key: crypto.randomUUID() })
      .then((answer) => {
        if (!answer.ok) toast.error(answer.message, { duration: 8_000 })
        else if (undo) toast.success(done, { action: { label: 'Undo', onClick: undo } })
        else toast.success(done)
      })
      .finally(() => {
        setBusy((before) => new Set([...before].filter((id) => !ids.includes(id))))
        if (onDone) onDone()
        else router.refresh()
      })
  }

  const reopen = (taskIds: readonly string[]) =>
    run({ command: 'reopen-tasks', taskIds, done: 'Back to do.' })

  return {
    open,
    start,
    close,
    finish: () => finish(null),
    busy,
    reopen,
    complete: (taskIds: readonly string[]) =>
      run({
        command: 'complete-tasks',
        taskIds,
        done: taskIds.length === 1 ? 'Done.' : `${taskIds.length} tasks done.`,
        undo: () => reopen(taskIds),
      }),
  }
}
