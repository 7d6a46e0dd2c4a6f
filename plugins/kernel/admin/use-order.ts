'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { callCommand } from './call-command'

/** A list that people drag into order: it shows at once and goes back when the server refuses it. */
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
  const known = ids.join()
  const [moved, setMoved] = useState<{ since: string; order: readonly string[] } | null>(null)
  const [isBusy, setBusy] = useState(false)
  // What the server says since then counts more.
  const order = moved?.since === known ? moved.order : ids
  const move = ({ from, to }: { from: number; to: number }) => {
    const id = order[from]
    if (id === undefined || from === to || isBusy) return
    const next = order.filter((one) => one !== id)
    next.splice(to, 0, id)
    setMoved({ since: known, order: next })
    setBusy(true)
    void callCommand({ command, input: inputOf(next), key: crypto.randomUUID() })
      .then((answer) => {
        if (answer.ok) return
        setMoved(null)
        toast.error(answer.message)
      })
      .finally(() => {
        setBusy(false)
        router.refresh()
      })
  }
  return { order, isBusy, move }
}
