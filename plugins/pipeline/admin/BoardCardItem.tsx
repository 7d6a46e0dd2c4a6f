'use client'

import { useDraggable } from '@dnd-kit/core'

import { Glyph } from '#plugins/agency/admin'
import { Menu, type MenuItem } from '#plugins/kernel/admin'
import type { ShownCard } from './board-types'

type Props = {
  card: ShownCard
  isPicked: boolean
  /** Readers without the right to move see the card only. */
  isMovable: boolean
  menu: readonly MenuItem[]
  onPick: (isPicked: boolean) => void
}

/** After this many days in one stage a card asks for attention. */
const lateDays = 7

export const BoardCardItem = ({ card, isPicked, isMovable, menu, onPick }: Props) => {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging } = useDraggable({
    id: card.id,
    data: { name: card.name },
    disabled: !isMovable,
  })
  return (
    <li ref={setNodeRef}>
      <article
        className={[
          'pwa-card',
          card.daysInStage > lateDays ? 'pwa-card--late' : '',
          isPicked ? 'pwa-card--picked' : '',
          isDragging ? 'pwa-card--lifted' : '',
        ].join(' ')}
      >
        <div className="pwa-card__top">
          {isMovable ? (
            <input
              type="checkbox"
              className="pwa-card__pick"
              aria-label={`Choose ${card.name}`}
              checked={isPicked}
              onChange={(event) => onPick(event.target.checked)}
            />
          ) : null}
          <h3 className="pwa-card__title">
            <a href={`/admin/collections/submissions/${card.id}`}>{card.name}</a>
          </h3>
        </div>
        <CardFacts card={card} />
        <div className="pwa-card__meta">
          <span>{daysInWords(card.daysInStage)}</span>
          {isMovable ? (
            <span className="pwa-card__controls">
              <button
                type="button"
                ref={setActivatorNodeRef}
                className="pwa-card__handle"
                {...attributes}
                {...listeners}
                aria-label={`Move ${card.name}`}
              >
                <Glyph name="grip" />
              </button>
              <Menu
                label={`What to do with ${card.name}`}
                button={<Glyph name="menu" />}
                buttonClassName="pwa-card__menu"
                items={menu}
              />
            </span>
          ) : null}
        </div>
      </article>
    </li>
  )
}

export const CardFacts = ({ card }: { card: ShownCard }) => (
  <>
    <p className="pwa-card__facts">
      {card.headline ? <span>{card.headline}</span> : null}
      <span>{card.source}</span>
      {card.isKnockOut ? <span className="pwa-pill pwa-pill--warn">Screening answer</span> : null}
      {card.right ? (
        <span className={`pwa-pill pwa-pill--${card.right.tone}`}>{card.right.words}</span>
      ) : null}
    </p>
    {card.next ? <p className="pwa-card__next">{card.next}</p> : null}
  </>
)

const daysInWords = (days: number): string => {
  if (days === 0) return 'since today'
  return days === 1 ? '1 day here' : `${days} days here`
}
