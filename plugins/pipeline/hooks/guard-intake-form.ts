import { ValidationError, type CollectionBeforeChangeHook } from 'payload'

import { conditionOf, intakeQuestionsOf, judgeForm } from '../domain/intake-form'

/** A form asks for what a request needs, and each of its questions can be answered. */
export const guardIntakeForm: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const rows: unknown = data.questions ?? originalDoc?.questions
  const problems = {
    ...(data.slug || originalDoc?.slug
      ? {}
      : { slug: 'Write an address, such as nursing-staff: none can be made of this name.' }),
    ...judgeForm(intakeQuestionsOf(rows)),
    ...unreadable(rows),
  }
  if (Object.keys(problems).length === 0) return data
  throw new ValidationError({
    collection: 'intake-forms',
    errors: Object.entries(problems).map(([path, message]) => ({ path, message })),
  })
}

/** Conditions that are no conditions: they would be lost in silence. */
const unreadable = (rows: unknown): Record<string, string> =>
  Object.fromEntries(
    (Array.isArray(rows) ? rows : []).flatMap((row: unknown, at) => {
      const showWhen: unknown =
        typeof row === 'object' && row !== null ? Reflect.get(row, 'showWhen') : null
      return showWhen === null || showWhen === undefined || conditionOf(showWhen)
        ? []
        : [
            [
              `questions.${at}.showWhen`,
              'Write { key, is, values }: the key of a question above, how it is compared, and with what.',
            ],
          ]
    }),
  )
