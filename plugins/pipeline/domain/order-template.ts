/** What an order and a template have in common: the work and its usual price, for no client in particular. */
const templatedFields = [
  'category',
  'description',
  'mustHaves',
  'niceToHaves',
  'credentialTypes',
  'currency',
  'payRateE4',
  'billRateE4',
  'salaryFromMinor',
  'salaryToMinor',
  'feeBp',
  'feeFlatMinor',
  'hoursPerWeekMinutes',
  'screeningQuestion',
  'screeningKind',
  'screeningKnockOut',
] as const

type TemplatedField = (typeof templatedFields)[number]

/** Of an order, what its template keeps. */
export const templateFieldsOf = <Order extends Partial<Record<TemplatedField, unknown>>>(
  order: Order,
): Pick<Order, TemplatedField & keyof Order> =>
  asTemplated<Pick<Order, TemplatedField & keyof Order>>(
    Object.fromEntries(templatedFields.map((name) => [name, order[name] ?? null])),
  )

/** Made above of exactly the fields of the list, with the values that the order has. */
const asTemplated = <Fields>(fields: unknown): Fields => fields as Fields

/**
 * What was given for an order, filled up by its template: a field that was left out, is empty, or an
 * empty list takes the template's value; `none` is no screening.
 */
export const filledUp = <Given extends object>({
  given,
  template,
}: {
  given: Given
  template: object
}): Given => {
  const merged: Given = { ...given }
  for (const [name, value] of Object.entries(template)) {
    const own: unknown = Reflect.get(given, name)
    if (isLeftOut(own) && !isLeftOut(value)) Object.assign(merged, { [name]: value })
  }
  return merged
}

const isLeftOut = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === 'none' ||
  (Array.isArray(value) && value.length === 0)
