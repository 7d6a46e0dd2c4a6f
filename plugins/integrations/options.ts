export type IntegrationsOptions = {
  /** How many reverse proxies of our own stand before the web process. */
  trustedHops: number
}
