'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'

import { callCommand } from '#plugins/kernel/admin'
import { withMoves, type Moves } from './board-moves'
import type { ShownColumn } from './board-types'

/**
 * Moves a card on the screen at once and on the server behind it. When the server refuses, the card
 * goes back and the reason is told; when it agrees, the screen's move is dropped as soon as a board
 * from the server shows it.
 */
export const useMoves = (columns: readonly ShownColumn[]) => {
  const router = useRouter()
  const [moves, setMoves] = useState<Moves>({})
  const underWay = useRef(new Set<string>())

  useEffect(() => {
    setMoves((before) =>
      Object.fromEntries(Object.entries(before).filter(([id]) => underWay.current.has(id))),
    )
  }, [columns])

  const move = ({ cardId, to }: { cardId: string; to: ShownColumn }) => {
    setMoves((before) => ({ ...before, [cardId]: to.key }))
    underWay.current.add(cardId)
    void callCommand({
      command: 'move-submission',
      input: { submissionId: cardId, toStageId: to.stageId },
      key: crypto.randomUUID(),
    })
      .then((answer) => {
        if (answer.ok) return
        toast.error(answer.message, { duration: 8_000 })
        setMoves((before) =>
          Object.fromEntries(Object.entries(before).filter(([id]) => id !== cardId)),
        )
      })
      .finally(() => {
        underWay.current.delete(cardId)
        router.refresh()
      })
  }

  return { columns: withMoves({ columns, moves }), move }
}
