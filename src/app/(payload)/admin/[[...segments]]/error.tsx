'use client'

type Props = { error: Error & { digest?: string }; reset: () => void }

/** Our own fault: what was typed is still in the browser's history, so trying again comes first. */
const AdminError = ({ error, reset }: Props) => (
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
    <h1 className="pwa-lost__title">That was our fault</h1>
    <p className="pwa-lost__text">
      The page could not be shown. Nothing was changed by it. If it happens again, tell whoever runs
      Placewright for you
      {error.digest ? (
        <>
          {' '}
          and give them this number: <code>{error.digest}</code>
        </>
      ) : null}
      .
    </p>
    <p className="pwa-lost__acts">
      <button type="button" className="pwa-btn pwa-btn--primary" onClick={reset}>
        Try again
      </button>
      <a className="pwa-btn" href="/admin">
        Back to my day
      </a>
    </p>
  </main>
)

export default AdminError
