export type NotificationsOptions = {
  /** Signs every mail. */
  agencyName: string
  /** Origin of the admin, where mails to staff lead. */
  adminUrl: string
  /** Address that calendars name as the host of an interview whose recruiter has left. */
  agencyEmail: string
}
