import { generatePageMetadata, NotFoundPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'

import config from '@payload-config'
import { importMap } from '../importMap.js'

type Args = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

export const generateMetadata = async ({ params, searchParams }: Args): Promise<Metadata> =>
  await generatePageMetadata({ config, params, searchParams })

const Page = ({ params, searchParams }: Args) =>
  NotFoundPage({ config, importMap, params, searchParams })

export default Page
