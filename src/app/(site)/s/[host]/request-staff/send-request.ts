'use server'

import { createHash } from 'node:crypto'

import { fieldMessages } from '#plugins/kernel'
import { isCurrencyCode, parseMoney, rateE4FromInput, type Failure } from '#plugins/kernel/domain'
import { requestStaff } from '#plugins/pipeline'
import { doneForm, refusedForm, textsOf, type FormState } from '../../../../shared/form-state'
import { runForVisit } from '../../../../shared/run-for-visit'
import { newVisit } from '../../../../shared/visit'
import { siteOfVisit } from '../../../../shared/site-of-visit'

/** Sends a visitor's request; what was typed comes back with an error beside each wrong field. */
export const sendRequest = async (
  siteId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> => {
  const visit = await newVisit()
  const values = textsOf(data)
  const site = await siteOfVisit()
  const currency = site && isCurrencyCode(site.currency) ? site.currency : 'USD'
  const pay = payOf({ values, currency })
  const input = {
    company: values.company,
    contactName: values.contactName,
    email: values.email,
    phone: values.phone || undefined,
    country: site?.country,
    jobTitle: values.jobTitle,
    openingsCount: Number(values.openingsCount),
    workLocation: values.workLocation,
    startsOn: values.startsOn || null,
    payPeriod: values.payPeriod,
    currency,
    ...pay.input,
    notes: values.notes || undefined,
    site: siteId,
    requestKey: contentKey(values),
  }
  const errors = {
    ...pay.errors,
    // A colleague may leave it open; whoever asks for themselves knows it.
    ...(values.workLocation?.trim() ? {} : { workLocation: 'Please fill in the place of work.' }),
  }
  if (Object.keys(errors).length > 0) {
    // Nothing is sent yet, but all that is wrong is said at once.
    const judged = requestStaff.input.safeParse(input)
    const others = judged.success ? {} : fieldMessages(judged.error)
    return refusedForm({ values, failure: failureOf({ fields: others, errors }) })
  }
  const result = await runForVisit({ visit, command: requestStaff, input })
  if (!result.ok)
    return refusedForm({
      values,
      failure: {
        ...result.failure,
        ...(result.failure.fields ? failureOf({ fields: result.failure.fields, errors: {} }) : {}),
        message: result.failure.message,
      },
    })
  return doneForm(
    'A confirmation is on its way to your mailbox. A consultant calls you the same working day.',
  )
}

/** Sent twice it is one request; gone back to and changed, another one. */
const contentKey = (values: Record<string, string>): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex')

type Amounts = Partial<
  Record<'payFromRateE4' | 'payToRateE4' | 'salaryFromMinor' | 'salaryToMinor', number>
>

/** The two amounts as hourly rates or yearly salaries, by what the pay is per. */
const payOf = ({
  values,
  currency,
}: {
  values: Record<string, string>
  currency: Parameters<typeof parseMoney>[0]['currency']
}): { input: Amounts; errors: Record<string, string> } => {
  const input: Amounts = {}
  const errors: Record<string, string> = {}
  const isHourly = values.payPeriod !== 'year'
  for (const [name, rate, salary] of [
    ['payFrom', 'payFromRateE4', 'salaryFromMinor'],
    ['payTo', 'payToRateE4', 'salaryToMinor'],
  ] as const) {
    const text = values[name]?.trim()
    if (!text) continue
    if (isHourly) {
      const parsed = rateE4FromInput({ text })
      if (parsed.ok) input[rate] = parsed.value
      else errors[name] = parsed.failure.message
    } else {
      const parsed = parseMoney({ text, currency })
      if (parsed.ok) input[salary] = parsed.value.amountMinor
      else errors[name] = parsed.failure.message
    }
  }
  return { input, errors }
}

/** Errors under the names of the form's fields. */
const failureOf = ({
  fields: { payToRateE4, salaryToMinor, payFromRateE4, salaryFromMinor, ...others },
  errors,
}: {
  fields: Record<string, string>
  errors: Record<string, string>
}): Failure => {
  const payTo = payToRateE4 ?? salaryToMinor
  const payFrom = payFromRateE4 ?? salaryFromMinor
  return {
    kind: 'input',
    code: 'invalid-input',
    message: 'Please look at the fields again.',
    fields: { ...others, ...(payFrom ? { payFrom } : {}), ...(payTo ? { payTo } : {}), ...errors },
  }
}
