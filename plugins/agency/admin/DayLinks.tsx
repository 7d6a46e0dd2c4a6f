'use client'

import { useNav, usePreferences } from '@payloadcms/ui'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect } from 'react'

const links = [
  { href: '/admin', label: 'Overview' },
  { href: '/admin/my-day', label: 'My day' },
  { href: '/admin/desk', label: 'My desk' },
  { href: '/admin/find-candidates', label: 'Find candidates' },
] as const

/** The screens that a day begins with, above the lists. */
export const DayLinks = () => {
  const path = usePathname()
  useOpenOnLaptops()
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

/** Payload begins with a closed navigation up to 1440 pixels; on a laptop there is room for it. */
const useOpenOnLaptops = () => {
  const { setNavOpen } = useNav()
  const { getPreference } = usePreferences()
  useEffect(() => {
    if (!window.matchMedia('(min-width: 1100px) and (max-width: 1440px)').matches) return
    void getPreference<{ open?: boolean }>('nav').then((preference) => {
      if (preference?.open !== false) setNavOpen(true)
    })
  }, [getPreference, setNavOpen])
}
