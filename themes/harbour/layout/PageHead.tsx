import type { PageHeadProps } from '../../contract'

/** The opening of an inner page: what it is, in one line, and perhaps a search below. */
export const PageHead = ({ eyebrow, title, lead, children }: PageHeadProps) => (
  <header className="pw-page-head">
    <div className="pw-wrap">
      {eyebrow ? <p className="pw-eyebrow">{eyebrow}</p> : null}
      <h1 className="pw-page-head__title">{title}</h1>
      {lead ? <p className="pw-page-head__lead">{lead}</p> : null}
      {children}
    </div>
  </header>
)
