import '../../../themes/harbour/styles.css'
import '../../../themes/portal/styles.css'

import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

export const dynamic = 'force-dynamic'

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
}

export const metadata: Metadata = {
  title: { default: 'Portal', template: '%s · Portal' },
  robots: { index: false },
  referrer: 'same-origin',
  icons: { icon: '/favicon.svg', apple: '/apple-touch-icon.png' },
}

const Layout = ({ children }: { children: ReactNode }) => (
  <html lang="en">
    <body>{children}</body>
  </html>
)

export default Layout
