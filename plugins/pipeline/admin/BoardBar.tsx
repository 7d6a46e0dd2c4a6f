'use client'

import type { BoardRights, ShownCard } from './board-types'

type Props = {
  chosen: readonly ShownCard[]
  rights: BoardRights
  onClear: () => void
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
        <button type="button" className="pwa-btn pwa-btn--quiet" onClick={onClear}>
          Choose none
        </button>
      </div>
    </div>
  )
}
