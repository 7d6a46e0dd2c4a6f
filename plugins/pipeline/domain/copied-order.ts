/** What an order says about the work and its price, and not about the one time it was asked for. */
const copied = [
  'category',
  'contact',
  'workLocation',
  'description',
  'mustHaves',
  'niceToHaves',
  'credentialTypes',
  'payRateE4',
  'billRateE4',
  'burdenBp',
  'salaryFromMinor',
  'salaryToMinor',
  'feeKind',
  'feeBp',
  'feeFlatMinor',
  'guarantee',
  'guaranteeDays',
  'hoursPerWeekMinutes',
  'rateCard',
  'costCenter',
  'plannedEffortMinutes',
  'screeningQuestion',
  'decisionMaker',
  'feedbackSlaHours',
  'brand',
] as const

type CopiedField = (typeof copied)[number]

export const copiedFields = <Order extends Partial<Record<CopiedField, unknown>>>(
  order: Order,
): Pick<Order, CopiedField & keyof Order> =>
  asCopied<Pick<Order, CopiedField & keyof Order>>(
    Object.fromEntries(copied.map((name) => [name, order[name] ?? null])),
  )

/** Made above of exactly the fields of the list, with the values that the order has. */
const asCopied = <Copied>(fields: unknown): Copied => fields as Copied
