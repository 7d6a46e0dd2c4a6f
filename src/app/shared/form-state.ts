import type { Failure } from '#plugins/kernel/domain'

/** What a form shows after it was sent: what was typed, what is wrong, or that it is done. */
export type FormState = {
  status: 'new' | 'refused' | 'done'
  values: Record<string, string>
  errors: Record<string, string>
  message: string | null
}

export const newForm = (values: Record<string, string> = {}): FormState => ({
  status: 'new',
  values,
  errors: {},
  message: null,
})

/** The texts of a form as typed; files are not kept. */
export const textsOf = (data: FormData): Record<string, string> => {
  const texts: Record<string, string> = {}
  for (const [name, value] of data)
    if (typeof value === 'string' && !name.startsWith('$')) texts[name] = value
  return texts
}

export const refusedForm = ({
  values,
  failure,
}: {
  values: Record<string, string>
  failure: Failure
}): FormState => ({
  status: 'refused',
  values,
  errors: failure.fields ?? {},
  message: failure.message,
})

export const doneForm = (message: string): FormState => ({
  status: 'done',
  values: {},
  errors: {},
  message,
})
