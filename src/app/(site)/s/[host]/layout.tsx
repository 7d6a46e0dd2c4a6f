import '../../../../../themes/harbour/styles.css'

import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

import { siteOf, type Params } from './site-of'

export const dynamic = 'force-dynamic'

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
}

export const generateMetadata = async ({ params }: Params): Promise<Metadata> => {
  const { site } = await siteOf((await params).host)
  return {
    title: { default: site.name, template: `%s · ${site.name}` },
    description: site.tagline ?? undefined,
    icons: { icon: '/favicon.svg', apple: '/apple-touch-icon.png' },
  }
}

const Layout = async ({ children, params }: Params & { children: ReactNode }) => {
  const { site, theme, menu } = await siteOf((await params).host)
  const { SiteHeader, SiteFooter } = theme.parts
  const nav = [
    { label: 'Jobs', href: '/jobs' },
    ...menu.map(({ title, slug }) => ({ label: title, href: `/${slug}` })),
    { label: 'Sign in', href: '/portal' },
  ]
  return (
    <html lang={site.locale.split('-')[0]}>
      <body>
        <SiteHeader
          siteName={site.name}
          homeHref="/"
          {...(site.logo ? { logo: site.logo } : {})}
          nav={nav}
          action={{ label: 'Request staff', href: '/request-staff' }}
          mainId="main"
        />
        <main id="main">{children}</main>
        <SiteFooter
          siteName={site.name}
          {...(site.tagline ? { tagline: site.tagline } : {})}
          groups={[
            {
              title: 'For candidates',
              links: [
                { label: 'Find a job', href: '/jobs' },
                { label: 'My applications', href: '/portal' },
              ],
            },
            {
              title: 'For employers',
              links: [
                { label: 'Request staff', href: '/request-staff' },
                { label: 'Client portal', href: '/portal' },
              ],
            },
            {
              title: site.name,
              links: menu.map(({ title, slug }) => ({ label: title, href: `/${slug}` })),
            },
          ]}
          address={[
            ...site.address,
            ...(site.phone ? [site.phone] : []),
            ...(site.email ? [site.email] : []),
          ]}
          legal={[site.legalNote ?? `© ${site.name}`]}
        />
      </body>
    </html>
  )
}

export default Layout
