export type KernelOptions = {
  /** Origin of the admin, without a path: `http://localhost:3000`. */
  adminUrl: string
  databaseUrl: string
  /** How many reverse proxies of our own stand before the web process. */
  trustedHops: number
  /** Shown by `/api/health`. */
  version: string
}
