import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { isUuid } from '#plugins/kernel/domain'
import { askedQuestions } from '../domain/intake-answers'
import { intakeQuestionsOf, type IntakeForm } from '../domain/intake-form'
import { knownPerson } from './known-person'

/** A form in use by its address or id, for whoever fills it in: forms are public. */
export const intakeForm = async ({
  req,
  form,
}: {
  req: PayloadRequest
  form: string
}): Promise<IntakeForm | null> => {
  const { docs } = await req.payload.find({
    collection: 'intake-forms',
    where: {
      and: [
        isUuid(form) ? { id: { equals: form } } : { slug: { equals: form } },
        { isActive: { equals: true } },
      ],
    },
    limit: 1,
    depth: 0,
    pagination: false,
    req,
    overrideAccess: true,
  })
  return docs[0] ? asForm(docs[0]) : null
}

/** The same as it is shown to the reader: who they are is not asked of somebody who is known. */
export const intakeFormFor = async ({
  req,
  form,
}: {
  req: PayloadRequest
  form: string
}): Promise<IntakeForm | null> => {
  const found = await intakeForm({ req, form })
  if (!found) return null
  const known = await knownPerson(req)
  return { ...found, questions: askedQuestions({ questions: found.questions, known }) }
}

/** The forms in use by name, for pages that lead to them. */
export const intakeForms = async ({
  req,
}: {
  req: PayloadRequest
}): Promise<readonly Pick<IntakeForm, 'name' | 'slug' | 'lead'>[]> => {
  const { docs } = await req.payload.find({
    collection: 'intake-forms',
    where: { isActive: { equals: true } },
    sort: 'name',
    limit: 50,
    depth: 0,
    pagination: false,
    req,
    overrideAccess: true,
  })
  return docs.map(({ name, slug, lead }) => ({ name, slug: slug ?? '', lead: lead ?? null }))
}

const asForm = (form: DataFromCollectionSlug<'intake-forms'>): IntakeForm => ({
  id: form.id,
  name: form.name,
  slug: form.slug ?? '',
  lead: form.lead ?? null,
  version: form.version,
  currency: form.currency,
  questions: intakeQuestionsOf(form.questions),
})
