/**
 * The painted half of the login screen on wide displays; on a phone only the greeting stays. It
 * carries no data, because whoever reads it has not signed in.
 */
export const BeforeLogin = () => (
  <div className="pwa-login">
    <div className="pwa-login__panel" aria-hidden="true">
      <svg viewBox="0 0 300 400" preserveAspectRatio="xMidYMid slice" focusable="false">
        <rect width="300" height="400" fill="#0b3436" />
        <g>
          <rect x="0" y="0" width="100" height="100" fill="#1d6566" />
          <path d="M100 0h100L100 100z" fill="#f6b545" />
          <circle cx="250" cy="50" r="30" fill="#d4552b" />
          <rect x="200" y="100" width="100" height="100" fill="#7fbcb1" />
          <path d="M210 200a40 32 0 0 1 80 0z" fill="#f3f1e7" />
          <circle cx="250" cy="146" r="20" fill="#8d5a3b" />
          <path d="M229 144a21 21 0 0 1 42 0c-8-2-14-7-17-12-4 7-14 12-25 12z" fill="#12292c" />
          <path d="M10 200a40 32 0 0 1 80 0z" fill="#f6b545" />
          <circle cx="50" cy="146" r="20" fill="#f3cfae" />
          <path d="M26 140a24 22 0 0 1 48 0h6v6H20v-6z" fill="#d4552b" />
          <rect x="0" y="200" width="100" height="100" fill="#e7d3aa" />
          <path d="M10 300a40 32 0 0 1 80 0z" fill="#12292c" />
          <circle cx="50" cy="246" r="20" fill="#c98d5f" />
          <path
            d="M26 270v-26a24 24 0 0 1 48 0v26H62v-30c-8 0-14-3-17-7-2 6-5 8-7 9v28z"
            fill="#12292c"
          />
          <rect x="100" y="200" width="100" height="100" fill="#d4552b" />
          <path d="M110 300a40 32 0 0 1 80 0z" fill="#e7d3aa" />
          <circle cx="150" cy="246" r="20" fill="#5f3d2b" />
          <path d="M129 244a21 21 0 0 1 42 0c-6-9-14-12-21-12s-15 3-21 12z" fill="#12292c" />
          <g fill="none" stroke="#f6b545" strokeWidth="12">
            <path d="M106 200a94 94 0 0 1 94-94M136 200a64 64 0 0 1 64-64M166 200a34 34 0 0 1 34-34" />
          </g>
          <path d="M200 200h50v50h-50zM250 250h50v50h-50z" fill="#f3f1e7" />
          <rect x="100" y="300" width="100" height="100" fill="#f3f1e7" />
          <g fill="none" stroke="#1d6566" strokeWidth="9">
            <path d="M100 326q25-20 50 0t50 0M100 352q25-20 50 0t50 0M100 378q25-20 50 0t50 0" />
          </g>
          <path d="M0 300h100L0 400z" fill="#7fbcb1" />
          <rect x="200" y="300" width="100" height="100" fill="#f6b545" />
          <path d="M210 400a40 32 0 0 1 80 0z" fill="#1d6566" />
          <circle cx="250" cy="346" r="20" fill="#e2ab7c" />
          <circle cx="250" cy="318" r="9" fill="#12292c" />
          <path d="M229 344a21 21 0 0 1 42 0c-6-9-14-12-21-12s-15 3-21 12z" fill="#12292c" />
        </g>
      </svg>
    </div>
    <h1 className="pwa-login__title">Good to see you</h1>
    <p className="pwa-login__lead">Sign in to your desk.</p>
  </div>
)
