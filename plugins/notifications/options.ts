export type NotificationsOptions = {
  /** Signs every mail. */
  agencyName: string
  /** Origin of the admin, where mails to staff lead. */
  adminUrl: string
  /** Sender of every mail, `Name <address>`: host of the interviews whose recruiter has left. */
  from: string
}
