import type { Config, Payload } from 'payload'

import type { PaymentProvider } from '../domain'
import type { PaymentsOptions } from '../options'
import { createStripeProvider } from './stripe'

/** How online payment is reached in this process. */
export type PaymentPort = {
  /** Null: online payment is not set up. */
  provider: PaymentProvider | null
  /** Origin of the pages that payers come back to, without a path. */
  siteUrl: string
}

const key = 'placewrightPayments'

/** Puts the port into the config, where every command, job and endpoint finds it. */
export const withPaymentPort = ({
  config,
  options: { siteUrl, stripe },
}: {
  config: Config
  options: PaymentsOptions
}): Config => ({
  ...config,
  custom: {
    ...config.custom,
    [key]: { siteUrl, provider: stripe ? stripeProvider(stripe) : null } satisfies PaymentPort,
  },
})

export const paymentPortOf = (payload: Payload): PaymentPort => {
  const port: unknown = payload.config.custom?.[key]
  if (!isPort(port)) throw new Error('The payments plugin is not part of this configuration.')
  return port
}

const stripeProvider = ({
  apiUrl,
  ...keys
}: NonNullable<PaymentsOptions['stripe']>): PaymentProvider => {
  if (apiUrl === undefined) return createStripeProvider(keys)
  const { hostname, port, protocol } = new URL(apiUrl)
  const isPlain = protocol === 'http:'
  return createStripeProvider({
    ...keys,
    host: hostname,
    port: port === '' ? (isPlain ? 80 : 443) : Number(port),
    protocol: isPlain ? 'http' : 'https',
  })
}

const isPort = (value: unknown): value is PaymentPort =>
  typeof value === 'object' && value !== null && 'provider' in value && 'siteUrl' in value
