'use client'

import { useNav, useWindowInfo } from '@payloadcms/ui'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useLayoutEffect, useRef } from 'react'

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

/**
 * Payload closes the navigation up to 1440 pixels; on a laptop there is room for it. It is opened again
 * before the page is painted, so that nothing moves under somebody's hand; who closes it, keeps it closed.
 */
const useOpenOnLaptops = () => {
  const { navOpen, setNavOpen } = useNav()
  const { breakpoints } = useWindowInfo()
  const isLaptop = breakpoints.l === true && breakpoints.m !== true
  /** As the server drew it: by what this person chose last. */
  const asDrawn = useRef(navOpen)
  const isOpened = useRef(false)
  useLayoutEffect(() => {
    if (!isLaptop) isOpened.current = false
    else if (!navOpen && !isOpened.current) {
      isOpened.current = true
      setNavOpen(asDrawn.current)
    }
  }, [isLaptop, navOpen, setNavOpen])
}
