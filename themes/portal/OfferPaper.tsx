import type { ReactNode } from 'react'
import { Icon, StatusPill } from '../base'
import type { Fact, Status } from '../contract'
import { FactList } from './FactList'

export type OfferPaperProps = {
  agencyName: string
  title: string
  /** To whom, and from when: 'For Agnieszka Wójcik, open until 30 November'. */
  addressed: string
  status?: Status
  terms: readonly Fact[]
  body?: ReactNode
  /** Present once accepted. */
  signed?: { name: string; at: string; atIso: string }
  children?: ReactNode
}

/** An offer or assignment letter; `children` hold the acts: accept, decline. */
export const OfferPaper = ({
  agencyName,
  title,
  addressed,
  status,
  terms,
  body,
  signed,
  children,
}: OfferPaperProps) => (
  <article className="pw-paper pw-paper--offer" aria-labelledby="paper-title">
    <header className="pw-paper__head">
      <p className="pw-paper__letterhead">{agencyName}</p>
      {status ? <StatusPill {...status} /> : null}
    </header>
    <div>
      <h1 className="pw-paper__title" id="paper-title">
        {title}
      </h1>
      <p>{addressed}</p>
    </div>
    <FactList facts={terms} />
    {body ? <div className="pw-prose">{body}</div> : null}
    {signed ? (
      <p className="pw-paper__signed">
        <Icon name="check" />
        <span>
          <strong>{signed.name}</strong> · <time dateTime={signed.atIso}>{signed.at}</time>
        </span>
      </p>
    ) : null}
    {children}
  </article>
)
