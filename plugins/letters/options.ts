export type LettersOptions = {
  /** Where no brand has a name of its own. */
  agencyName: string
  /** Origin of the pages that links lead to; mails are numbered under its host. */
  siteUrl: string
}
