import { z } from 'zod'

import { isScope } from './scopes'

/** What a person says about a webhook. The address and the events are judged where they are known. */
export const webhookInput = z.object({
  name: z.string().trim().min(1, 'Name the program that listens.').max(80),
  url: z.string().trim().min(1, 'Write the address of the receiver.').max(1_000),
  events: z
    .array(z.string().max(100))
    .min(1, 'Choose what it is told.')
    .max(300, 'Choose whole kinds instead of so many single events.'),
  scopes: z.array(z.string().refine(isScope, 'There is no such scope.')).default([]),
})
