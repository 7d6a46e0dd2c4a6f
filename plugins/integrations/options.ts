import type { Config, Payload } from 'payload'

export type IntegrationsOptions = {
  /** Origin of the admin, without a path: `http://localhost:3000`. */
  adminUrl: string
  /** Where webhooks may be sent beside the public internet, as `host:port`; for tests and developers. */
  allowedReceivers: readonly string[]
  /** How many reverse proxies of our own stand before the web process. */
  trustedHops: number
  /** Of the product, for the description of the API. */
  version: string
}

/** Puts the options where screens and jobs find them. */
export const withIntegrations = ({
  config,
  options,
}: {
  config: Config
  options: IntegrationsOptions
}): Config => ({ ...config, custom: { ...config.custom, integrations: options } })

export const integrationsOf = (payload: Payload): IntegrationsOptions => {
  const options: unknown = payload.config.custom?.integrations
  if (!isOptions(options)) throw new Error('The integrations plugin is not set up.')
  return options
}

const isOptions = (value: unknown): value is IntegrationsOptions =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'adminUrl') === 'string'
