import type { Metadata } from 'next'

export const metadata: Metadata = { title: 'Not found · Placewright' }

const NotFound = () => (
  <main className="pwa-lost">
    <img
      className="pwa-lost__logo pwa-lost__logo--light"
      src="/logo.svg"
      alt="Placewright"
      height={36}
    />
    <img
      className="pwa-lost__logo pwa-lost__logo--dark"
      src="/logo-dark.svg"
      alt="Placewright"
      height={36}
    />
    <h1 className="pwa-lost__title">Nothing lives here</h1>
    <p className="pwa-lost__text">
      The record may have been deleted, the address may be mistyped, or it is not part of your role.
    </p>
    <p className="pwa-lost__acts">
      <a className="pwa-btn pwa-btn--primary" href="/admin">
        Back to my day
      </a>
    </p>
  </main>
)

export default NotFound
