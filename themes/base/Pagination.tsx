import { Icon } from './Icon'

export type PaginationProps = {
  label: string
  previous?: { href: string; label: string }
  next?: { href: string; label: string }
  /** Where one is, e.g. 'Page 2 of 7'. */
  position: string
}

export const Pagination = ({ label, previous, next, position }: PaginationProps) => {
  if (!previous && !next) return null
  return (
    <nav className="pw-pagination" aria-label={label}>
      {previous ? (
        <a className="pw-button pw-button--quiet" href={previous.href} rel="prev">
          <Icon name="back" />
          <span>{previous.label}</span>
        </a>
      ) : (
        <span />
      )}
      <span className="pw-pagination__position">{position}</span>
      {next ? (
        <a className="pw-button pw-button--quiet" href={next.href} rel="next">
          <span>{next.label}</span>
          <Icon name="arrow" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}
