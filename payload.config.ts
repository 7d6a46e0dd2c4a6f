import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import sharp from 'sharp'

import { env } from '#env'
import { agencyPlugin, orderedByDay } from '#plugins/agency'
import { billingPlugin } from '#plugins/billing'
import { crmPlugin } from '#plugins/crm'
import { integrationsPlugin } from '#plugins/integrations'
import { announceAll, fileStorage, kernelPlugin, processLogger, truthful } from '#plugins/kernel'
import { lettersPlugin } from '#plugins/letters'
import { notificationsPlugin } from '#plugins/notifications'
import { paymentsPlugin } from '#plugins/payments'
import { pipelinePlugin } from '#plugins/pipeline'
import { placementsPlugin } from '#plugins/placements'
import { reportingPlugin } from '#plugins/reporting'
import { sitePlugin } from '#plugins/site'
import { timekeepingPlugin } from '#plugins/timekeeping'
import { workBeside, workPlugin } from '#plugins/work'
import packageJson from './package.json' with { type: 'json' }
import { sealed } from './src/access/seal'

const root = path.dirname(fileURLToPath(import.meta.url))

export default sealed(
  buildConfig({
    admin: {
      user: 'users',
      avatar: 'default',
      dateFormat: 'MMM d, yyyy, h:mm a',
      importMap: { baseDir: root },
      meta: {
        titleSuffix: ' · Placewright',
        icons: [
          { rel: 'icon', type: 'image/svg+xml', url: '/favicon.svg' },
          { rel: 'apple-touch-icon', url: '/apple-touch-icon.png' },
        ],
      },
      components: {
        graphics: {
          Logo: '/plugins/agency/admin/brand/Logo#Logo',
          Icon: '/plugins/agency/admin/brand/Icon#Icon',
        },
        actions: ['/plugins/kernel/admin/SearchPalette#SearchPalette'],
        beforeLogin: ['/plugins/agency/admin/brand/BeforeLogin#BeforeLogin'],
        beforeNavLinks: ['/plugins/agency/admin/DayLinks#DayLinks'],
        afterNavLinks: ['/plugins/work/admin/SystemLink#SystemLink'],
        views: {
          system: { Component: '/plugins/work/admin/System#System', path: '/system', exact: true },
          apiReference: {
            Component: '/plugins/integrations/admin/ApiReference#ApiReference',
            path: '/api-reference',
            exact: true,
          },
          desk: { Component: '/plugins/pipeline/admin/Desk#Desk', path: '/desk', exact: true },
        },
      },
    },
    serverURL: env.ADMIN_URL,
    csrf: [...new Set([env.ADMIN_URL, env.siteUrl])],
    // The browser itself keeps other hosts from setting a cookie of this name.
    cookiePrefix: env.ADMIN_URL.startsWith('https:') ? '__Host-placewright' : 'placewright',
    secret: env.PAYLOAD_SECRET,
    telemetry: false,
    graphQL: { disable: true },
    maxDepth: 4,
    defaultDepth: 1,
    logger: processLogger({ level: env.LOG_LEVEL }),
    loggingLevels: { APIError: 'info' },
    upload: { limits: { fileSize: 10_000_000, files: 3, fields: 40 }, abortOnLimit: true },
    db: truthful(
      postgresAdapter({
        idType: 'uuidv7',
        push: false,
        blocksAsJSON: true,
        migrationDir: path.resolve(root, 'migrations'),
        pool: {
          connectionString: env.DATABASE_URL,
          max: env.DATABASE_POOL,
          connectionTimeoutMillis: 10_000,
          idle_in_transaction_session_timeout: 60_000,
          statement_timeout: 60_000,
          lock_timeout: 20_000,
          application_name: 'placewright',
        },
      }),
    ),
    editor: lexicalEditor(),
    sharp,
    typescript: { outputFile: path.resolve(root, 'src/payload-types.ts'), autoGenerate: false },
    plugins: [
      kernelPlugin({
        adminUrl: env.ADMIN_URL,
        databaseUrl: env.DATABASE_URL,
        trustedHops: env.TRUSTED_PROXIES,
        metricsToken: env.METRICS_TOKEN ?? null,
        version: packageJson.version,
      }),
      agencyPlugin({ dataDir: env.dataDir, senderDomains: env.senderDomains }),
      workPlugin({
        smtpUrl: env.SMTP_URL ?? null,
        from: env.MAIL_FROM,
        senderDomains: env.senderDomains,
        siteUrl: env.siteUrl,
        adminUrl: env.ADMIN_URL,
        agencyName: env.AGENCY_NAME,
        isDemo: env.DEMO === 'on',
      }),
      crmPlugin({ dataDir: env.dataDir, clamdUrl: env.CLAMD_URL ?? null }),
      paymentsPlugin({
        stripe:
          env.STRIPE_SECRET_KEY && env.STRIPE_WEBHOOK_SECRET
            ? {
                secretKey: env.STRIPE_SECRET_KEY,
                webhookSecret: env.STRIPE_WEBHOOK_SECRET,
                apiUrl: env.STRIPE_API_URL,
              }
            : null,
        siteUrl: env.siteUrl,
      }),
      pipelinePlugin(),
      lettersPlugin({ agencyName: env.AGENCY_NAME, siteUrl: env.siteUrl }),
      integrationsPlugin({
        adminUrl: env.ADMIN_URL,
        allowedReceivers: env.WEBHOOKS_MAY_REACH?.split(',') ?? [],
        trustedHops: env.TRUSTED_PROXIES,
        version: packageJson.version,
      }),
      placementsPlugin(),
      timekeepingPlugin(),
      billingPlugin({
        siteUrl: env.siteUrl,
        adminUrl: env.ADMIN_URL,
        trustedHops: env.TRUSTED_PROXIES,
      }),
      sitePlugin(),
      notificationsPlugin({
        agencyName: env.AGENCY_NAME,
        adminUrl: env.ADMIN_URL,
        from: env.MAIL_FROM,
      }),
      reportingPlugin({ databaseUrl: env.REPORTS_DATABASE_URL ?? null }),
      workBeside,
      fileStorage({ s3: env.s3, prefixes: { documents: 'documents', media: 'media' } }),
      announceAll,
      orderedByDay,
    ],
  }),
)
