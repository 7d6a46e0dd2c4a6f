export type BillingOptions = {
  /** Origin of the pages where clients see their invoices, without a path. */
  siteUrl: string
  /** Origin of the admin. */
  adminUrl: string
  /** How many reverse proxies of our own stand before the web process. */
  trustedHops: number
}
