import { ButtonLink, Icon } from '../../base'
import type { LinkItem, SiteHeaderProps } from '../../contract'

const NavLinks = ({ nav }: { nav: readonly LinkItem[] }) => (
  <ul className="pw-nav__list">
    {nav.map((item) => (
      <li key={item.href}>
        <a
          className="pw-nav__link"
          href={item.href}
          aria-current={item.isCurrent ? 'page' : undefined}
        >
          {item.label}
        </a>
      </li>
    ))}
  </ul>
)

/** The phone menu is a disclosure of plain HTML; of the two lists only one is ever displayed. */
export const SiteHeader = ({
  siteName,
  homeHref,
  logo,
  nav,
  action,
  mainId = 'main',
  skipLabel = 'Skip to the content',
  menuLabel = 'Menu',
}: SiteHeaderProps) => (
  <header className="pw-header">
    <a className="pw-skip" href={`#${mainId}`}>
      {skipLabel}
    </a>
    <div className="pw-header__bar pw-wrap">
      <a className="pw-brand" href={homeHref}>
        {logo ? (
          <img src={logo.src} alt={logo.alt} width={logo.width} height={logo.height} />
        ) : (
          <>
            <span className="pw-brand__flag" aria-hidden="true" />
            <span className="pw-brand__name">{siteName}</span>
          </>
        )}
      </a>
      <nav className="pw-nav pw-nav--wide" aria-label={menuLabel}>
        <NavLinks nav={nav} />
      </nav>
      {action ? (
        <span className="pw-header__action">
          <ButtonLink href={action.href} label={action.label} />
        </span>
      ) : null}
      <details className="pw-menu">
        <summary className="pw-menu__toggle">
          <Icon name="menu" />
          <span>{menuLabel}</span>
        </summary>
        <nav className="pw-nav pw-menu__panel" aria-label={menuLabel}>
          <NavLinks nav={nav} />
          {action ? <ButtonLink href={action.href} label={action.label} isWide /> : null}
        </nav>
      </details>
    </div>
  </header>
)
