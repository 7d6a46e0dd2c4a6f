export type NotificationsOptions = {
  /** Signs every mail. */
  agencyName: string
  /** Origin of the admin, where mails to staff lead. */
  adminUrl: string
}
