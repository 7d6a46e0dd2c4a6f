import type { ReactNode } from 'react'

export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad'

const names = (...list: readonly (string | false | undefined)[]) => list.filter(Boolean).join(' ')

/** What scrolls sideways takes the focus, or the keyboard could not scroll it (WCAG 2.2, 2.1.1). */
const scrollRegion = { role: 'region', tabIndex: 0 } as const

export type ScreenProps = { children: ReactNode }

/** The padding and rhythm of one of our own admin screens. */
export const Screen = ({ children }: ScreenProps) => <div className="pwa-screen">{children}</div>

export type PageHeaderProps = { title: string; lead?: string; actions?: ReactNode }

export const PageHeader = ({ title, lead, actions }: PageHeaderProps) => (
  <header className="pwa-page-header">
    <div>
      <h1 className="pwa-page-header__title">{title}</h1>
      {lead ? <p className="pwa-page-header__lead">{lead}</p> : null}
    </div>
    {actions ? <div className="pwa-page-header__actions">{actions}</div> : null}
  </header>
)

export type TileProps = {
  label: string
  value: string
  /** The change and against what, e.g. '+3 since last week'. */
  delta?: { label: string; tone: 'good' | 'bad' | 'neutral' }
  /** Leads to the records behind the figure. */
  href?: string
  children?: ReactNode
}

export const Tile = ({ label, value, delta, href, children }: TileProps) => {
  const content = (
    <>
      <span className="pwa-tile__label">{label}</span>
      <span className="pwa-tile__value">{value}</span>
      {delta ? (
        <span className={`pwa-tile__delta pwa-tile__delta--${delta.tone}`}>{delta.label}</span>
      ) : null}
      {children}
    </>
  )
  return href ? (
    <a className="pwa-tile" href={href}>
      {content}
    </a>
  ) : (
    <div className="pwa-tile">{content}</div>
  )
}

export type TilesProps = { children: ReactNode }

export const Tiles = ({ children }: TilesProps) => <div className="pwa-tiles">{children}</div>

export type PanelProps = { title?: string; note?: ReactNode; children: ReactNode }

export const Panel = ({ title, note, children }: PanelProps) => (
  <section className="pwa-panel">
    {title || note ? (
      <div className="pwa-panel__head">
        {title ? <h2 className="pwa-panel__title">{title}</h2> : null}
        {note ? <p className="pwa-panel__note">{note}</p> : null}
      </div>
    ) : null}
    <div className="pwa-panel__body">{children}</div>
  </section>
)

export type PillProps = { tone: Tone; label: string }

export const Pill = ({ tone, label }: PillProps) => (
  <span className={`pwa-pill pwa-pill--${tone}`}>{label}</span>
)

export type EmptyStateProps = { title: string; text?: string; action?: ReactNode }

export const EmptyState = ({ title, text, action }: EmptyStateProps) => (
  <div className="pwa-empty">
    <p className="pwa-empty__title">{title}</p>
    {text ? <p className="pwa-empty__text">{text}</p> : null}
    {action}
  </div>
)

export type TableColumn = { key: string; label: string; isFigure?: boolean }

export type TableRow = { id: string; href?: string; cells: Readonly<Record<string, ReactNode>> }

export type TableProps = {
  /** Names the table for screen readers. */
  caption: string
  columns: readonly TableColumn[]
  rows: readonly TableRow[]
}

/** A plain table; the first column names the row and carries its link. */
export const Table = ({ caption, columns, rows }: TableProps) => (
  <div className="pwa-table-scroll" {...scrollRegion} aria-label={caption}>
    <table className="pwa-table">
      <caption className="pwa-sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={column.isFigure ? 'pwa-table__figure' : undefined}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map((column, at) => {
              const content = row.cells[column.key]
              const className = column.isFigure ? 'pwa-table__figure' : undefined
              return at === 0 ? (
                <th key={column.key} scope="row" className={className}>
                  {row.href ? <a href={row.href}>{content}</a> : content}
                </th>
              ) : (
                <td key={column.key} className={className}>
                  {content}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

export type TimelineProps = { label: string; children: ReactNode }

export const Timeline = ({ label, children }: TimelineProps) => (
  <ol className="pwa-timeline" aria-label={label}>
    {children}
  </ol>
)

export type TimelineItemProps = {
  title: ReactNode
  text?: ReactNode
  /** Who did it. */
  actor?: string
  at: string
  atIso: string
  tone?: Tone
}

export const TimelineItem = ({
  title,
  text,
  actor,
  at,
  atIso,
  tone = 'neutral',
}: TimelineItemProps) => (
  <li className={`pwa-timeline__item pwa-timeline__item--${tone}`}>
    <p className="pwa-timeline__title">{title}</p>
    {text ? <p className="pwa-timeline__text">{text}</p> : null}
    <p className="pwa-timeline__meta">
      {actor ? `${actor}, ` : null}
      <time dateTime={atIso}>{at}</time>
    </p>
  </li>
)

export type BoardProps = { label: string; children: ReactNode }

/** Columns side by side; the region takes the focus so that arrow keys can scroll it. */
export const Board = ({ label, children }: BoardProps) => (
  <div className="pwa-board" {...scrollRegion} aria-label={label}>
    {children}
  </div>
)

export type BoardColumnProps = {
  title: string
  count: number
  children: ReactNode
  mark?: 'over' | 'refused'
  colour?: string
}

/** `children` are list items, one per card. */
export const BoardColumn = ({ title, count, children, mark, colour }: BoardColumnProps) => (
  <section className={names('pwa-column', mark && `pwa-column--${mark}`)} aria-label={title}>
    {colour ? (
      <svg className="pwa-column__colour" height="4" width="100%" aria-hidden="true">
        <rect width="100%" height="4" rx="2" fill={colour} />
      </svg>
    ) : null}
    <div className="pwa-column__head">
      <h2 className="pwa-column__title">{title}</h2>
      <span className="pwa-column__count">{count}</span>
    </div>
    <ul className="pwa-column__cards">{children}</ul>
  </section>
)

export type BoardCardProps = {
  title: string
  href: string
  meta?: readonly ReactNode[]
  isLate?: boolean
  /** Handle and menu. */
  controls?: ReactNode
  children?: ReactNode
}

export const BoardCard = ({
  title,
  href,
  meta = [],
  isLate = false,
  controls,
  children,
}: BoardCardProps) => (
  <article className={names('pwa-card', isLate && 'pwa-card--late')}>
    <h3 className="pwa-card__title">
      <a href={href}>{title}</a>
    </h3>
    {children}
    {meta.length > 0 || controls ? (
      <div className="pwa-card__meta">
        {meta.map((item, at) => (
          <span key={at}>{item}</span>
        ))}
        {controls}
      </div>
    ) : null}
  </article>
)
