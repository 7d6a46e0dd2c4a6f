import { createHash } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'

/**
 * Every setting of the product: its meaning, default and what is wrong with a bad value.
 * `.env.example` is generated from it.
 */
export const settings = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' })
    .describe('Postgres 15 or newer. Without it `npm start` runs its own.'),
  REPORTS_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' })
    .optional()
    .describe('A replica that reports are read from; default DATABASE_URL.'),
  PAYLOAD_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters; `openssl rand -hex 32` makes one')
    .describe('Signs sessions and links. `npm start` makes one for an installation.'),
  PORT: z.coerce
    .number()
    .int()
    .min(1)
    .max(65_535)
    .default(3000)
    .describe('Port of the web process.'),
  ADMIN_URL: origin()
    .default('http://localhost:3000')
    .describe('Origin of the admin, without a path.'),
  SITE_URL: origin().optional().describe('Origin that links in mails lead to; default ADMIN_URL.'),
  DATA_DIR: z.string().min(1).default('./.data').describe('Folder of uploaded files.'),
  DEMO: z
    .enum(['on', 'off'], { error: 'must be on or off' })
    .default('off')
    .describe(
      'A demo agency is seeded, and staff may open the links in its mails. npm start turns it on for its embedded database, unless this says off.',
    ),
  ADMIN_EMAIL: z
    .email('must be an e-mail address')
    .optional()
    .describe('First admin when DEMO=off.'),
  AGENCY_NAME: z.string().min(1).default('Harbour & Hale').describe('Name in mails and portals.'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an smtp:// address' })
    .optional()
    .describe('Mail server. Without it mails are kept and readable in the admin.'),
  MAIL_FROM: z
    .string()
    .min(3)
    .default('Placewright <no-reply@placewright.localhost>')
    .describe('Sender of every mail.'),
  MAIL_SENDER_DOMAINS: z
    .string()
    .regex(
      /^[A-Za-z0-9.-]+(,[A-Za-z0-9.-]+)*$/,
      'must be a list of domains with commas between, such as agency.com,northline.com',
    )
    .optional()
    .describe(
      'Domains that brands may send mail from, with commas between, besides that of MAIL_FROM. The mail server must be allowed to send for them (SPF, DKIM).',
    ),
  STRIPE_SECRET_KEY: z
    .string()
    .min(8)
    .optional()
    .describe('Stripe key; without it the demo pays at a stand-in.'),
  STRIPE_WEBHOOK_SECRET: z.string().min(8).optional().describe('Secret of the Stripe webhook.'),
  STRIPE_API_URL: z
    .url('must be an address')
    .optional()
    .describe('Another Stripe server, for tests and the demo.'),
  TRUSTED_PROXIES: z.coerce
    .number({ error: 'must be a number' })
    .int()
    .min(0)
    .max(5)
    .default(0)
    .describe('How many reverse proxies of yours stand in front.'),
  WEBHOOKS_MAY_REACH: z
    .string()
    .regex(
      /^([\w.[\]:-]+:(\d+|\*))(,[\w.[\]:-]+:(\d+|\*))*$/,
      'must be a list of host:port with commas between, such as localhost:4010',
    )
    .optional()
    .describe(
      'Receivers of webhooks beside the public internet, as host:port with commas between. For tests and your own network.',
    ),
  NODE_ENV: z
    .enum(['production', 'development', 'test'])
    .default('production')
    .describe('Set by the commands; not by hand.'),
  S3_BUCKET: z
    .string()
    .min(3, 'must be the name of a bucket')
    .optional()
    .describe('Bucket for uploaded files; without it they lie in DATA_DIR. It stays private.'),
  S3_REGION: z.string().min(1).default('us-east-1').describe('Region of the bucket.'),
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .optional()
    .describe('Another S3 server than Amazon’s.'),
  S3_ACCESS_KEY_ID: z
    .string()
    .min(4)
    .optional()
    .describe('Key of the bucket; without one, the role of the machine is used.'),
  S3_SECRET_ACCESS_KEY: z.string().min(8).optional().describe('Secret of the key.'),
  CLAMD_URL: z
    .url({ protocol: /^tcp$/, error: 'must be a tcp:// address, such as tcp://127.0.0.1:3310' })
    .optional()
    .describe(
      'Virus scanner (clamd). New files are given out once it has found nothing. Without it files are shown as not scanned.',
    ),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be debug, info, warn, error or silent',
    })
    .default('info')
    .describe('How much the log tells: lines of JSON on stderr, without personal data.'),
  METRICS_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters; `openssl rand -hex 16` makes one')
    .optional()
    .describe(
      'A monitor sends it as “Authorization: Bearer …” to read /api/metrics. Without it only callers on this machine may; set it behind a proxy.',
    ),
  DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(10)
    .describe('Connections per process.'),
})

export type Env = z.output<typeof settings> & {
  siteUrl: string
  dataDir: string
  /** In lower case, that of MAIL_FROM first. */
  senderDomains: readonly string[]
  s3: S3 | null
}

/** Where uploaded files lie when it is not the disk. */
type S3 = {
  bucket: string
  region: string
  endpoint: string | null
  keys: { accessKeyId: string; secretAccessKey: string } | null
}

/** Reads the settings, or fails with the names of the wrong ones and what to do. */
export const readEnv = (source: Record<string, string | undefined>): Env => {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = settings
    .refine(
      ({ STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET }) =>
        !STRIPE_SECRET_KEY || Boolean(STRIPE_WEBHOOK_SECRET),
      {
        path: ['STRIPE_WEBHOOK_SECRET'],
        message: 'must be set together with STRIPE_SECRET_KEY; Stripe shows it beside the webhook',
      },
    )
    .refine(
      ({ S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY }) => !S3_ACCESS_KEY_ID === !S3_SECRET_ACCESS_KEY,
      {
        path: ['S3_SECRET_ACCESS_KEY'],
        message: 'must be set together with S3_ACCESS_KEY_ID; or set neither to use the role',
      },
    )
    .safeParse(given)
  if (!parsed.success)
    throw new Error(
      `Wrong settings:\n${parsed.error.issues
        .map(({ path: [name], message }) => `  ${String(name)} ${message}`)
        .join('\n')}\nSee .env.example for all of them.`,
    )
  return {
    ...parsed.data,
    siteUrl: parsed.data.SITE_URL ?? parsed.data.ADMIN_URL,
    dataDir: path.resolve(parsed.data.DATA_DIR),
    senderDomains: senderDomainsOf(parsed.data),
    s3: s3Of(parsed.data),
  }
}

const senderDomainsOf = ({
  MAIL_FROM: from,
  MAIL_SENDER_DOMAINS: further,
}: z.output<typeof settings>): readonly string[] => {
  const own = /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1]
  const all = [...(own ? [own] : []), ...(further?.split(',') ?? [])]
  return [...new Set(all.map((domain) => domain.toLowerCase()))]
}

const s3Of = (given: z.output<typeof settings>): S3 | null =>
  given.S3_BUCKET
    ? {
        bucket: given.S3_BUCKET,
        region: given.S3_REGION,
        endpoint: given.S3_ENDPOINT ?? null,
        keys:
          given.S3_ACCESS_KEY_ID && given.S3_SECRET_ACCESS_KEY
            ? { accessKeyId: given.S3_ACCESS_KEY_ID, secretAccessKey: given.S3_SECRET_ACCESS_KEY }
            : null,
      }
    : null

/** `next build` and the generators evaluate the config without a database or a secret. */
const building: Record<string, string> = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  PAYLOAD_SECRET: createHash('sha256').update('only while building').digest('hex'),
}

const isBuilding =
  process.env.NEXT_PHASE === 'phase-production-build' || process.env.PLACEWRIGHT_BUILDING === '1'

export const env: Env = readEnv(isBuilding ? { ...process.env, ...building } : process.env)

function origin() {
  return z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .refine((url) => new URL(url).origin === url.replace(/\/$/, ''), 'must have no path')
    .transform((url) => new URL(url).origin)
}
