export type PaymentsOptions = {
  /** Null: online payment is off and payers are asked to transfer the money. */
  stripe: {
    secretKey: string
    webhookSecret: string
    /** Another server that speaks Stripe's language; absent: Stripe itself. */
    apiUrl?: string | undefined
  } | null
  /** Origin of the pages that payers come back to, without a path. */
  siteUrl: string
}
