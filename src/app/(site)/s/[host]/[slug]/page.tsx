import { RichText } from '@payloadcms/richtext-lexical/react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { pageBySlug } from '#plugins/site'
import { Prose } from '#themes/base'
import { siteOf, type Params } from '../site-of'

type PageParams = Params<{ slug: string }>

export const generateMetadata = async ({ params }: PageParams): Promise<Metadata> => {
  const { host, slug } = await params
  const { site, req } = await siteOf(host)
  const page = await pageBySlug({ req, siteId: site.id, slug })
  return page ? { title: page.title, description: page.intro ?? undefined } : {}
}

const Page = async ({ params }: PageParams) => {
  const { host, slug } = await params
  const { site, theme, req } = await siteOf(host)
  const page = await pageBySlug({ req, siteId: site.id, slug })
  if (!page) notFound()
  const { PageHead, Section, ContactCard } = theme.parts
  return (
    <>
      <PageHead title={page.title} lead={page.intro ?? undefined} />
      <Section width="reading">
        {page.body ? (
          <Prose>
            <RichText data={page.body} disableContainer />
          </Prose>
        ) : null}
        {slug === 'contact' ? (
          <ContactCard
            name={site.name}
            {...(site.phone ? { phone: site.phone } : {})}
            {...(site.email ? { email: site.email } : {})}
            note={site.address.join(', ')}
          />
        ) : null}
      </Section>
    </>
  )
}

export default Page
