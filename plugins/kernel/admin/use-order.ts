'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState, useTransition } from 'react'

import { callCommand } from './call-command'

/**
 * A list that people drag into order. It shows at once; moves made while an order is on its way are
 * sent after it, the last one only; what the server refuses goes back.
 */
export const useOrder = ({
  ids,
  command,
  inputOf,
}: {
  ids: readonly string[]
  command: string
  /** The command's input for a new order of all ids. */
  inputOf: (ids: readonly string[]) => Readonly<Record<string, unknown>>
}) => {
  const router = useRouter()
  const [moved, setMoved] = useState<readonly string[] | null>(null)
  const [isSending, setSending] = useState(false)
  const [isRefreshing, startRefresh] = useTransition()
  const wanted = useRef<readonly string[] | null>(null)
  // What was added or removed since is the server's to say.
  const order = moved
    ? [...moved.filter((id) => ids.includes(id)), ...ids.filter((id) => !moved.includes(id))]
    : ids
  const send = async () => {
    setSending(true)
    while (wanted.current) {
      const input = inputOf(wanted.current)
      wanted.current = null
      const answer = await callCommand({ command, input, key: crypto.randomUUID() })
      if (answer.ok) continue
      wanted.current = null
      toast.error(answer.message)
    }
    setSending(false)
    // Both at once, so that the old order is never seen in between.
    startRefresh(() => {
      router.refresh()
      setMoved(null)
    })
  }
  const move = ({ from, to }: { from: number; to: number }) => {
    const id = order[from]
    if (id === undefined || from === to) return
    const next = order.filter((one) => one !== id)
    next.splice(to, 0, id)
    wanted.current = next
    setMoved(next)
    if (!isSending) void send()
  }
  return { order, isBusy: isSending || isRefreshing, move }
}
