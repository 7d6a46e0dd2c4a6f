'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

const href = '/admin/settings'

/** The way to all settings, below the lists. */
export const SettingsLink = () => (
  <div className="pwa-day pwa-day--last">
    <Link
      href={href}
      className="pwa-day__link"
      aria-current={usePathname() === href ? 'page' : undefined}
    >
      Settings
    </Link>
  </div>
)
