'use client'

import { usePathname } from 'next/navigation'
import Link from 'next/link'

const links = [
  { href: '/admin', label: 'My day' },
  { href: '/admin/desk', label: 'My desk' },
] as const

/** The two screens that a day begins with, above the lists. */
export const DayLinks = () => {
  const path = usePathname()
  return (
    <div className="pwa-day">
      {links.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          className="pwa-day__link"
          aria-current={path === href ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </div>
  )
}
