'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

const href = '/admin/system'

export const SystemNavLink = () => (
  <div className="pwa-day pwa-day--last">
    <Link
      href={href}
      className="pwa-day__link"
      aria-current={usePathname() === href ? 'page' : undefined}
    >
      System
    </Link>
  </div>
)
