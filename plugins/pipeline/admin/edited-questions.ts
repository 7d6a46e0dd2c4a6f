import type { FormState } from 'payload'
import { reduceFieldsToValues } from 'payload/shared'

import { intakeQuestionsOf, type IntakeQuestion } from '../domain/intake-form'

/** The questions as they stand in the editor; one that was never saved goes by the id of its row. */
export const editedQuestions = (fields: FormState): readonly IntakeQuestion[] => {
  const values: unknown = reduceFieldsToValues(fields, true)
  const rows: unknown =
    typeof values === 'object' && values !== null ? Reflect.get(values, 'questions') : null
  if (!Array.isArray(rows)) return []
  return intakeQuestionsOf(rows).map((question, at) => {
    const row: unknown = rows[at]
    const id: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'id') : null
    return question.key || typeof id !== 'string' ? question : { ...question, key: id }
  })
}
