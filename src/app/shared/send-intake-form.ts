'use server'

import { createHash } from 'node:crypto'
import { revalidatePath } from 'next/cache'

import type { Failure } from '#plugins/kernel/domain'
import { submitIntakeForm } from '#plugins/pipeline'
import { doneForm, refusedForm, type FormState } from './form-state'
import { runForVisit } from './run-for-visit'
import { siteOfVisit } from './site-of-visit'
import { newVisit } from './visit'

/** Sends a filled-in form; the same answers sent twice are one request. */
export const sendIntakeForm = async (
  { form, version }: { form: string; version: number },
  _state: FormState,
  data: FormData,
): Promise<FormState> => {
  const visit = await newVisit()
  const site = await siteOfVisit()
  const answers = await answersOf(data)
  const values = Object.fromEntries(
    Object.entries(answers).flatMap(([key, answer]) =>
      Array.isArray(answer) ? [[`answers.${key}`, answer.join('\n')]] : [],
    ),
  )
  const result = await runForVisit({
    visit,
    command: submitIntakeForm,
    input: {
      form,
      version,
      answers,
      country: site?.country,
      site: site?.id,
      channel: 'site',
      requestKey: createHash('sha256')
        .update(JSON.stringify([form, version, visit.actor.id, answers]))
        .digest('hex'),
    },
  })
  if (!result.ok) {
    // The page is drawn anew with the questions as they are now; what was typed stays.
    if (result.failure.code === 'form-changed') revalidatePath('/', 'layout')
    return refusedForm({ values, failure: besideItsFile({ failure: result.failure, answers }) })
  }
  return doneForm(
    isAsked(result.value)
      ? 'A few details are missing or do not fit together: the mail on its way to you has a link that asks for just those.'
      : 'A confirmation is on its way to your mailbox. A consultant calls you the same working day.',
  )
}

/** A file that cannot be kept is named by its field where only one was sent. */
const besideItsFile = ({
  failure,
  answers,
}: {
  failure: Failure
  answers: Record<string, Answer>
}): Failure => {
  const { file, ...others } = failure.fields ?? {}
  const sent = Object.keys(answers).filter((key) => !Array.isArray(answers[key]))
  return file && sent.length === 1
    ? { ...failure, fields: { ...others, [`answers.${sent[0]}`]: file } }
    : failure
}

type Answer = string[] | { filename: string; contentBase64: string }

/** Fields are called `answers.<key>`; an empty file input sends a file without a name. */
const answersOf = async (data: FormData): Promise<Record<string, Answer>> => {
  const answers: Record<string, Answer> = {}
  for (const name of new Set(data.keys())) {
    const key = /^answers\.([a-zA-Z][a-zA-Z0-9]*)$/.exec(name)?.[1]
    if (!key) continue
    const [first, ...others] = data.getAll(name)
    if (first instanceof File) {
      if (first.size > 0)
        answers[key] = {
          filename: first.name,
          contentBase64: Buffer.from(await first.arrayBuffer()).toString('base64'),
        }
    } else answers[key] = [first, ...others].filter((value) => typeof value === 'string')
  }
  return answers
}

const isAsked = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Reflect.get(value, 'isAsked') === true
