'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'

const href = '/admin/audit'

export const AuditNavLink = () => (
  <div className="pwa-day pwa-day--last">
    <Link
      href={href}
      className="pwa-day__link"
      aria-current={usePathname() === href ? 'page' : undefined}
    >
      Audit
    </Link>
  </div>
)
