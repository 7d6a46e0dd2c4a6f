import type { ReactNode } from 'react'
import { SubmitButton, TargetForm } from '../base'
import type { FormTarget, Image, LinkItem } from '../contract'

export type PortalShellProps = {
  agencyName: string
  homeHref: string
  logo?: Image
  /** Who is signed in; absent on pages opened by a link. */
  person?: { name: string; detail?: string }
  nav?: readonly LinkItem[]
  signOut?: { target: FormTarget; label: string }
  skipLabel?: string
  navLabel?: string
  /** Whom to call when something is wrong; in the footer of every page. */
  help?: string
  children: ReactNode
}

/** The frame of both portals and of every page a link opens. */
export const PortalShell = ({
  agencyName,
  homeHref,
  logo,
  person,
  nav = [],
  signOut,
  skipLabel = 'Skip to the content',
  navLabel = 'Portal',
  help,
  children,
}: PortalShellProps) => (
  <div className="pw-portal">
    <a className="pw-portal__skip" href="#main">
      {skipLabel}
    </a>
    <header className="pw-portal__header">
      <div className="pw-portal__bar pw-portal__wrap">
        <a className="pw-portal__agency" href={homeHref}>
          {logo ? (
            <img src={logo.src} alt={logo.alt} width={logo.width} height={logo.height} />
          ) : (
            <>
              <span className="pw-brand__flag" aria-hidden="true" />
              {agencyName}
            </>
          )}
        </a>
        {person ? (
          <p className="pw-portal__person">
            <span>{person.name}</span>
            {person.detail ? <small>{person.detail}</small> : null}
          </p>
        ) : null}
        {signOut ? (
          <TargetForm target={signOut.target}>
            <SubmitButton label={signOut.label} look="quiet" />
          </TargetForm>
        ) : null}
      </div>
      {nav.length > 0 ? (
        <nav className="pw-portal__nav pw-portal__wrap" aria-label={navLabel}>
          <ul>
            {nav.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={item.isCurrent ? 'page' : undefined}>
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </header>
    <main className="pw-portal__main pw-portal__wrap" id="main">
      {children}
    </main>
    {help ? (
      <footer className="pw-portal__footer pw-portal__wrap">
        <p>{help}</p>
      </footer>
    ) : null}
  </div>
)
