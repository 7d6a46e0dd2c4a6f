import type { SiteFooterProps } from '../../contract'

export const SiteFooter = ({ siteName, tagline, groups, address, legal }: SiteFooterProps) => (
  <footer className="pw-footer">
    <div className="pw-wrap pw-footer__grid">
      <div className="pw-footer__about">
        <p className="pw-footer__name">
          <span className="pw-brand__flag" aria-hidden="true" />
          {siteName}
        </p>
        {tagline ? <p>{tagline}</p> : null}
        {address ? (
          <address>
            {address.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </address>
        ) : null}
      </div>
      {groups.map((group) => (
        <nav className="pw-footer__group" key={group.title} aria-label={group.title}>
          <p className="pw-footer__title">{group.title}</p>
          <ul>
            {group.links.map((link) => (
              <li key={link.href}>
                <a href={link.href} aria-current={link.isCurrent ? 'page' : undefined}>
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ))}
    </div>
    <div className="pw-wrap pw-footer__legal">
      {legal.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  </footer>
)
