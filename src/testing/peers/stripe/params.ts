import { z } from 'zod'

const refined = (code: string, message: string) => ({ message, params: { code } })

const wholeNumber = z
  .string()
  .refine(
    (text) => /^\d{1,15}$/.test(text),
    refined('parameter_invalid_integer', 'Invalid integer'),
  )
  .transform(Number)

const url = z
  .string()
  .max(5000)
  .refine((text) => /^https?:$/.test(protocolOf(text)), refined('url_invalid', 'Not a valid URL'))

const metadata = z
  .record(z.string().max(40), z.string().max(500))
  .refine(
    (record) => Object.keys(record).length <= 50,
    refined('metadata_too_many_keys', 'Metadata can have up to 50 keys.'),
  )

const email = z
  .string()
  .max(512)
  .refine((text) => /^\S+@\S+\.\S+$/.test(text), refined('email_invalid', 'Invalid email address'))

const expand = z.array(z.string())

const lineItem = z.strictObject({
  quantity: wholeNumber.refine(
    (quantity) => quantity > 0,
    refined('parameter_invalid_integer', 'Invalid quantity'),
  ),
  price_data: z.strictObject({
    currency: z
      .string()
      .refine(
        (currency) => /^[a-z]{3}$/i.test(currency),
        refined('invalid_currency', 'Invalid currency'),
      )
      .transform((currency) => currency.toLowerCase()),
    unit_amount: wholeNumber,
    product_data: z.strictObject({
      name: z.string().min(1).max(250),
      description: z.string().max(1000).optional(),
    }),
  }),
})

export const sessionCreate = z.strictObject({
  mode: z.literal('payment'),
  ui_mode: z.literal('hosted_page').optional(),
  line_items: z.array(lineItem).min(1).max(100),
  success_url: url,
  cancel_url: url.optional(),
  client_reference_id: z.string().max(200).optional(),
  customer_email: email.optional(),
  expires_at: wholeNumber.optional(),
  locale: z.string().optional(),
  metadata: metadata.optional(),
  payment_intent_data: z
    .strictObject({
      metadata: metadata.optional(),
      description: z.string().max(1000).optional(),
      receipt_email: email.optional(),
    })
    .optional(),
  expand: expand.optional(),
})
export type SessionCreate = z.infer<typeof sessionCreate>

export const sessionList = z.strictObject({
  limit: wholeNumber.optional(),
  starting_after: z.string().optional(),
  payment_intent: z.string().optional(),
  status: z.enum(['open', 'complete', 'expired']).optional(),
})

export const retrieve = z.strictObject({ expand: expand.optional() })

export const refundCreate = z.strictObject({
  payment_intent: z.string(),
  amount: wholeNumber.optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata: metadata.optional(),
})
export type RefundCreate = z.infer<typeof refundCreate>

const protocolOf = (text: string): string => (URL.canParse(text) ? new URL(text).protocol : '')
