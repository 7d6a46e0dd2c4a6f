export type KernelOptions = {
  /** Origin of the admin, without a path: `http://localhost:3000`. */
  adminUrl: string
  databaseUrl: string
  /** How many reverse proxies of our own stand before the web process. */
  trustedHops: number
  /** What a monitor sends to read `/api/metrics`; without it only this machine may. */
  metricsToken: string | null
  /** Shown by `/api/health`. */
  version: string
}
