/** Somebody a letter is meant for, and what it is about for them. */
export type Recipient = {
  personId: string
  orderId: string | null
  /** It is about being put forward for the order, which they can take back their consent to. */
  isPutForward: boolean
}
