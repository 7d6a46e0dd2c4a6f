'use client'

import { toast } from '@payloadcms/ui'

type Props = { codes: readonly string[]; target: string }

/** The recovery codes, shown this once. */
export const RecoveryCodes = ({ codes, target }: Props) => {
  const text = codes.join('\n')
  return (
    <>
      <h1 className="pwa-factor__title">Keep your recovery codes</h1>
      <p>
        Each lets you in once when your phone is not at hand. They are shown now and never again:
        put them where you keep your passwords.
      </p>
      <ul className="pwa-factor__codes" aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="pwa-factor__acts">
        <button
          type="button"
          className="pwa-btn"
          onClick={() => {
            void navigator.clipboard.writeText(text).then(
              () => toast.success('Copied.'),
              () => toast.error('The browser does not allow copying: select the codes by hand.'),
            )
          }}
        >
          Copy
        </button>
        <a
          className="pwa-btn"
          download="placewright-recovery-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
        >
          Download
        </a>
        <a className="pwa-btn pwa-btn--primary" href={target}>
          I have kept them
        </a>
      </div>
    </>
  )
}

/** The codes in a command's answer. */
export const codesIn = (result: unknown): readonly string[] => {
  const codes: unknown =
    typeof result === 'object' && result !== null ? Reflect.get(result, 'recoveryCodes') : null
  return Array.isArray(codes) ? codes.map(String) : []
}
