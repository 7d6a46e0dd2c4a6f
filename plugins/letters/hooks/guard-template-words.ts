import { ValidationError, type CollectionBeforeChangeHook } from 'payload'

import { templateProblems } from '#plugins/work/domain'
import { letterFields, letterReaders } from '../domain/letter-fields'

/** A template merges in only what letters to its readers may say. */
export const guardTemplateWords: CollectionBeforeChangeHook = ({
  data,
  originalDoc,
  collection,
  req,
}) => {
  const words: Record<string, unknown> = { ...originalDoc, ...data }
  const reader = letterReaders.find((known) => known === words.reader)
  if (!reader) return data
  const problems = templateProblems({
    template: {
      subject: textIn(words.subject),
      opening: textIn(words.text),
      ending: '',
      button: '',
    },
    fields: letterFields(reader),
  })
  const errors = [
    ...(problems.subject ? [{ path: 'subject', message: problems.subject }] : []),
    ...(problems.opening ? [{ path: 'text', message: problems.opening }] : []),
  ]
  if (errors.length > 0) throw new ValidationError({ collection: collection.slug, errors, req })
  return data
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')
