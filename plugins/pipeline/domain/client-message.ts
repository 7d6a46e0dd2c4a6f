import { z } from 'zod'

/** Characters of one message. */
export const longestMessage = 5_000

export const messageText = z
  .string('Please write something.')
  .trim()
  .min(1, 'Please write something.')
  .max(longestMessage, `At most ${longestMessage.toLocaleString('en')} characters.`)

/** By which a contact reads and answers the messages of one order, without a login. */
export const conversationPurpose = 'order.conversation'
