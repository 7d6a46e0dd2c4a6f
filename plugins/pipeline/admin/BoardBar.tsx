'use client'

import type { BoardRights, ShownCard } from './board-types'

type Props = {
  chosen: readonly ShownCard[]
  rights: BoardRights
  onClear: () => void
  onMove: () => void
  onReject: () => void
  /** Null where nobody writes mails. */
  onWrite: (() => void) | null
  /** Null while the agency has no labels for candidates. */
  onLabel: (() => void) | null
  /** Null without the right to change candidates. */
  onPool: (() => void) | null
  onShortlist: () => void
  onInterview: (card: ShownCard) => void
  onOffer: (card: ShownCard) => void
  onPlace: (card: ShownCard) => void
}

/** What can be done with the chosen cards; there only while cards are chosen. */
export const BoardBar = ({
  chosen,
  rights,
  onClear,
  onMove,
  onReject,
  onWrite,
  onLabel,
  onPool,
  onShortlist,
  onInterview,
  onOffer,
  onPlace,
}: Props) => {
  const [first, second] = chosen
  if (!first) return null
  const only = second ? null : first
  return (
    <div className="pwa-board-bar" role="region" aria-label="Chosen candidates">
      <strong>{only ? only.name : `${chosen.length} candidates`}</strong>
      <div className="pwa-board-bar__acts">
        <button type="button" className="pwa-btn pwa-btn--primary" onClick={onShortlist}>
          Send shortlist…
        </button>
        <button type="button" className="pwa-btn" onClick={onMove}>
          Move…
        </button>
        {onWrite ? (
          <button type="button" className="pwa-btn" onClick={onWrite}>
            Write mail…
          </button>
        ) : null}
        {onLabel ? (
          <button type="button" className="pwa-btn" onClick={onLabel}>
            Label…
          </button>
        ) : null}
        {onPool ? (
          <button type="button" className="pwa-btn" onClick={onPool}>
            Add to pool…
          </button>
        ) : null}
        {only ? (
          <>
            <button type="button" className="pwa-btn" onClick={() => onInterview(only)}>
              Propose interview…
            </button>
            <button type="button" className="pwa-btn" onClick={() => onOffer(only)}>
              Make offer…
            </button>
            {rights.mayPlace ? (
              <button type="button" className="pwa-btn" onClick={() => onPlace(only)}>
                Place…
              </button>
            ) : null}
          </>
        ) : null}
        <button type="button" className="pwa-btn pwa-btn--danger" onClick={onReject}>
          Reject…
        </button>
        <button type="button" className="pwa-btn pwa-btn--quiet" onClick={onClear}>
          Choose none
        </button>
      </div>
    </div>
  )
}
