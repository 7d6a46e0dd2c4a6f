'use client'

import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { toast } from '@payloadcms/ui'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useId, useState } from 'react'

import { Board, labelAction, useLabels } from '#plugins/agency/admin'
import { poolAction } from '#plugins/crm/domain'
import {
  BulkDialog,
  CommandDialog,
  useAction,
  useOwnDialogs,
  type CommandAction,
  type MenuItem,
} from '#plugins/kernel/admin'
import { cardsAskedFrom, withMoreCards } from '../domain/board-filter'
import { mailAction } from '../domain/mail-action'
import { isLiveSubmission } from '../domain/submission-workflow'
import {
  askRightAction,
  interviewAction,
  offerAction,
  placeAction,
  rejectAction,
  termsAction,
  withdrawAction,
} from './board-actions'
import { moveManyAction, rejectManyAction } from './bulk-actions'
import { columnOf } from './board-moves'
import type { BoardRights, ShownBoard, ShownCard, ShownColumn } from './board-types'
import { BoardBar } from './BoardBar'
import { BoardCardItem, CardFacts } from './BoardCardItem'
import { BoardColumnArea } from './BoardColumnArea'
import { columnKeys } from './column-keys'
import { ShortlistDialog } from './ShortlistDialog'
import { howToDrag, spoken } from './spoken'
import { useMoves } from './use-moves'

type Props = { board: ShownBoard; rights: BoardRights }

/** The stages of an order with its candidates: moved by mouse, finger, keyboard or menu. */
export const OrderBoard = ({ board, rights }: Props) => {
  const { order } = board
  const dragId = useId()
  const router = useRouter()
  const path = usePathname()
  const params = useSearchParams()
  const { labels } = useLabels()
  const [bulk, setBulk] = useState<CommandAction | null>(null)
  const [isSending, setSending] = useState(false)
  const { columns, move } = useMoves(board.columns)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const { open, start, close, finish } = useAction({ onDone: () => setPicked(new Set()) })
  const mayWrite = 'send-letters' in useOwnDialogs()
  const [lifted, setLifted] = useState<string | null>(null)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 120, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: columnKeys }),
  )
  const all = columns.flatMap(({ cards }) => cards)
  const liftedCard = all.find(({ id }) => id === lifted)
  const liftedFrom = lifted ? columnOf({ columns, cardId: lifted }) : undefined

  const showMore = (column: ShownColumn) => {
    const next = new URLSearchParams(params)
    const asked = cardsAskedFrom(Object.fromEntries(params))
    next.set('more', withMoreCards({ asked, key: column.key, shown: column.cards.length }))
    router.push(`${path}?${next}`, { scroll: false })
  }

  const put = ({ card, to }: { card: ShownCard; to: ShownColumn }) => {
    // These two ends ask for something first; everything else is tried, and explained when refused.
    if (to.state === 'rejected') start(rejectAction(card.id))
    else if (to.state === 'withdrawn') start(withdrawAction(card.id))
    else if (to.state === 'placed') start(placeAction({ order, submissionId: card.id, rights }))
    else move({ cardId: card.id, to })
  }

  const menuOf = ({ card, column }: { card: ShownCard; column: ShownColumn }): MenuItem[] => [
    ...columns
      .filter((to) => to.isOpen && to.key !== column.key && mayGo({ from: column, to }))
      .map((to) => ({
        key: to.key,
        label: endings.has(to.state) ? `${to.name}…` : `Move to ${to.name}`,
        ...(to.tone === 'bad' ? { tone: 'danger' as const } : {}),
        onSelect: () => put({ card, to }),
      })),
    ...(endings.has(column.state)
      ? []
      : [
          {
            key: 'interview',
            label: 'Propose interview…',
            onSelect: () => start(interviewAction({ order, submissionId: card.id })),
          },
          {
            key: 'offer',
            label: 'Make offer…',
            onSelect: () => start(offerAction({ order, submissionId: card.id })),
          },
          {
            key: 'right',
            label: 'Ask for right to represent…',
            onSelect: () => start(askRightAction(card.id)),
          },
          {
            key: 'terms',
            label: 'Note terms…',
            onSelect: () => start(termsAction({ order, submissionId: card.id, rights })),
          },
        ]),
  ]

  const chosen = all.filter(({ id }) => picked.has(id))
  const submissionIds = chosen.map(({ id }) => id)
  const candidateLabels = labels?.filter(({ kinds }) => kinds.includes('candidates')) ?? []
  return (
    <DndContext
      id={dragId}
      sensors={sensors}
      accessibility={{ announcements: spoken, screenReaderInstructions: howToDrag }}
      onDragStart={({ active }) => setLifted(String(active.id))}
      onDragCancel={() => setLifted(null)}
      onDragEnd={({ over }) => {
        const to = columns.find(({ key }) => key === over?.id)
        if (liftedCard && to && to.key !== liftedFrom?.key) put({ card: liftedCard, to })
        setLifted(null)
      }}
    >
      <Board label={`Board of ${order.title}`}>
        {columns.map((column) => (
          <BoardColumnArea
            key={column.key}
            column={column}
            onMore={() => showMore(column)}
            isRefused={liftedFrom !== undefined && !mayGo({ from: liftedFrom, to: column })}
          >
            {column.cards.map((card) => (
              <BoardCardItem
                key={card.id}
                card={card}
                isPicked={picked.has(card.id)}
                isMovable={rights.mayMove}
                menu={menuOf({ card, column })}
                onPick={(isPicked) => setPicked((before) => withPick({ before, card, isPicked }))}
              />
            ))}
          </BoardColumnArea>
        ))}
      </Board>
      <DragOverlay>
        {liftedCard ? (
          <article className="pwa-card pwa-card--dragging">
            <h3 className="pwa-card__title">{liftedCard.name}</h3>
            <CardFacts card={liftedCard} />
          </article>
        ) : null}
      </DragOverlay>
      <BoardBar
        chosen={chosen}
        rights={rights}
        onClear={() => setPicked(new Set())}
        onMove={() =>
          setBulk(
            moveManyAction({
              submissionIds,
              stages: columns.flatMap(({ stageId, name, state, isOpen }) =>
                stageId && isOpen && isLiveSubmission(state) ? [{ id: stageId, name }] : [],
              ),
            }),
          )
        }
        onReject={() => setBulk(rejectManyAction({ submissionIds }))}
        onWrite={mayWrite ? () => start(mailAction({ submissionIds })) : null}
        onLabel={
          candidateLabels.length > 0
            ? () =>
                start(
                  labelAction({
                    kind: 'candidates',
                    labels: candidateLabels,
                    recordIds: chosen.map(({ candidateId }) => candidateId),
                  }),
                )
            : null
        }
        onPool={
          rights.mayPool
            ? () => setBulk(poolAction({ candidateIds: chosen.map((card) => card.candidateId) }))
            : null
        }
        onShortlist={() => setSending(true)}
        onInterview={(card) => start(interviewAction({ order, submissionId: card.id }))}
        onOffer={(card) => start(offerAction({ order, submissionId: card.id }))}
        onPlace={(card) => start(placeAction({ order, submissionId: card.id, rights }))}
      />
      {isSending ? (
        <ShortlistDialog
          order={order}
          cover={board.cover}
          people={chosen.map(({ id, name }) => ({ submissionId: id, name }))}
          onClose={() => setSending(false)}
          onDone={() => {
            toast.success('The shortlist is on its way.')
            setSending(false)
            setPicked(new Set())
            router.refresh()
          }}
        />
      ) : null}
      {bulk ? (
        <BulkDialog
          action={bulk}
          onClose={() => setBulk(null)}
          onDone={(message) => {
            toast.success(message)
            setBulk(null)
            setPicked(new Set())
            router.refresh()
          }}
        />
      ) : null}
      {open ? (
        <CommandDialog
          key={`${open.command} ${JSON.stringify(open.input)}`}
          action={open}
          onClose={close}
          onDone={finish}
        >
          <People names={namesIn({ input: open.input, cards: all })} />
        </CommandDialog>
      ) : null}
    </DndContext>
  )
}

/** Columns where a submission ends: getting there asks for more than a drop. */
const endings: ReadonlySet<string> = new Set(['placed', 'rejected', 'withdrawn'])

const mayGo = ({ from, to }: { from: ShownColumn; to: ShownColumn }): boolean =>
  from.state === to.state || from.allowed.includes(to.state)

const withPick = ({
  before,
  card,
  isPicked,
}: {
  before: ReadonlySet<string>
  card: ShownCard
  isPicked: boolean
}): ReadonlySet<string> => {
  const next = new Set(before)
  if (isPicked) next.add(card.id)
  else next.delete(card.id)
  return next
}

const People = ({ names }: { names: readonly string[] }) => (
  <ul className="pwa-dialog__people">
    {names.map((name) => (
      <li key={name}>{name}</li>
    ))}
  </ul>
)

const namesIn = ({
  input,
  cards,
}: {
  input: Readonly<Record<string, unknown>>
  cards: readonly ShownCard[]
}): string[] => {
  const ids = Array.isArray(input.submissionIds) ? input.submissionIds : [input.submissionId]
  return cards.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
}
