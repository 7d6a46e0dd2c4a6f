export type MailOptions = {
  /** `smtp://user:password@host:port`; absent: mails are kept and can be read in the admin. */
  smtpUrl: string | null
  /** Sender of every mail: `Name <address>`. */
  from: string
  /** Domains that brands may send from, besides which every mail leaves as `from`. */
  senderDomains: readonly string[]
  /** Origin of the pages that links lead to, without a path. */
  siteUrl: string
  /** Origin of the admin. */
  adminUrl: string
  agencyName: string
  /** Whether staff may open kept mails as their receiver: in the demo only. */
  isDemo: boolean
}
