import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { storeDocument } from '#plugins/crm'
import { defineCommand } from '#plugins/kernel'
import {
  currencyCode,
  ok,
  refuseInput,
  refuseMissing,
  refuseState,
  type Result,
} from '#plugins/kernel/domain'
import { requiredText } from '../domain/inputs'
import { judgeAnswers, type IntakeAnswer } from '../domain/intake-answers'
import type { RawAnswers } from '../domain/intake-condition'
import { intakeForm } from '../queries/intake-form'
import { knownPerson } from '../queries/known-person'
import { keepRequest } from './keep-request'

/** Ten million bytes in base64; all files of a form together. */
const mostCharacters = 13_400_000

const file = z.object({
  filename: z.string().min(1, 'Give the file a name.').max(255),
  contentBase64: z.base64('This file did not arrive whole. Please choose it again.'),
})

type SentFile = z.output<typeof file>

const answer = z.union(
  [
    z.string().max(20_000, 'At most 20,000 characters.'),
    z.number(),
    z.boolean(),
    z.array(z.string().max(500)).max(50),
    file,
    z.null(),
  ],
  'Send a text, a number, true or false, a list of texts, or a file { filename, contentBase64 }.',
)

/**
 * A client fills in a form of the agency: on a website, in the portal, or a program for them. It becomes
 * an order request with its answers as they were asked, and the form’s version; files are kept apart.
 */
export const submitIntakeForm = defineCommand({
  name: 'submit-intake-form',
  summary: 'Ask the agency for staff by one of its forms',
  input: z.object({
    form: requiredText({ what: 'the form', most: 80 }),
    /** The version that was shown; another one in force is refused, so that nobody answers what they did not read. */
    version: z.number().int().min(1).nullish(),
    answers: z
      .record(z.string().max(60), answer)
      .refine((answers) => Object.keys(answers).length <= 100, 'At most 100 answers.')
      .refine(
        (answers) => sizeOf(answers) <= mostCharacters,
        'The files are too large: at most 10 MB together.',
      ),
    /** Where phone numbers without a country code are from. */
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'Two letters: GB, US.')
      .default('US'),
    site: z.string().max(60).nullish(),
    channel: z.enum(['phone', 'mail', 'site', 'portal', 'program']).optional(),
    requestKey: z.string().min(8).max(100).nullish(),
  }),
  example: {
    form: 'nursing',
    answers: {
      company: 'Meridian Health',
      yourName: 'Rosalind Okafor',
      eMail: 'rosalind@meridian.example',
      role: 'Night nurse',
      howMany: 2,
      where: 'Midtown, New York',
    },
  },
  allow: { anonymous: true },
  rate: { limit: 20, windowSeconds: 3_600 },
  maxBodyBytes: mostCharacters + 200_000,
  run: async ({ input, ctx: { req, actor } }) => {
    const form = await intakeForm({ req, form: input.form })
    if (!form) return refuseMissing('form')
    if (input.version && input.version !== form.version)
      return refuseState({
        code: 'form-changed',
        message: 'This form was changed a moment ago. Please look over it and send it again.',
      })
    const files = filesIn(input.answers)
    const currency = currencyCode.parse(form.currency)
    const judged = judgeAnswers({
      questions: form.questions,
      raw: textsOf(input.answers),
      files: Object.fromEntries(
        Object.entries(files).map(([key, { filename }]) => [key, filename]),
      ),
      currency,
      country: input.country,
      known: await knownPerson(req),
    })
    if (!judged.ok) return judged
    const { answers, wish } = judged.value
    const { company, contactName, email, jobTitle, phone, ...details } = wish
    if (!company || !contactName || !email || !jobTitle)
      throw new Error(`The form ${form.id} does not ask for what a request needs.`)
    const isYearly = wish.salaryFromMinor !== undefined || wish.salaryToMinor !== undefined
    // A form that does not ask how many means one; an answer of none is asked about.
    const openingsCount = wish.openingsCount ?? 1
    return await keepRequest({
      req,
      actor,
      request: {
        ...details,
        openingsCount,
        company,
        contactName,
        email,
        jobTitle,
        phone: phone ?? null,
        payPeriod: isYearly ? 'year' : 'hour',
        currency,
        site: input.site ?? null,
        requestKey: input.requestKey ?? null,
        channel: input.channel,
        intakeForm: form.id,
        formVersion: form.version,
        answers: [...answers],
      },
      whenKept: async (requestId) => await keepFiles({ req, requestId, answers, files }),
    })
  },
})

type Answers = Readonly<Record<string, z.output<typeof answer>>>

const isFile = (value: Answers[string]): value is SentFile =>
  typeof value === 'object' && value !== null && 'contentBase64' in value

const sizeOf = (answers: Answers): number =>
  Object.values(answers).reduce<number>(
    (sum, value) => sum + (isFile(value) ? value.contentBase64.length : 0),
    0,
  )

const filesIn = (answers: Answers): Readonly<Record<string, SentFile>> =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([key, value]) => (isFile(value) ? [[key, value]] : [])),
  )

/** What programs send as numbers and booleans reads as if it had been typed. */
const textsOf = (answers: Answers): RawAnswers =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([key, value]): [string, string | readonly string[]][] => {
      if (value === null || isFile(value)) return []
      if (typeof value === 'boolean') return [[key, value ? 'yes' : 'no']]
      return [[key, typeof value === 'number' ? String(value) : value]]
    }),
  )

/** Each file becomes a document of the request, scanned like every other, and named by its answer. */
const keepFiles = async ({
  req,
  requestId,
  answers,
  files,
}: {
  req: PayloadRequest
  requestId: string
  answers: readonly IntakeAnswer[]
  files: Readonly<Record<string, SentFile>>
}): Promise<Result<null>> => {
  const kept: IntakeAnswer[] = []
  for (const one of answers) {
    const sent = one.type === 'file' ? files[one.key] : undefined
    if (!sent) {
      kept.push(one)
      continue
    }
    const stored = await storeDocument({
      req,
      file: { bytes: Buffer.from(sent.contentBase64, 'base64'), filename: sent.filename },
      kind: 'request',
      subject: { kind: 'order-request', id: requestId },
    })
    if (!stored.ok)
      return refuseInput({
        [`answers.${one.key}`]: stored.failure.fields?.file ?? stored.failure.message,
      })
    kept.push({ ...one, documentId: stored.value.documentId })
  }
  if (kept.some(({ documentId }) => documentId))
    await req.payload.update({
      collection: 'order-requests',
      id: requestId,
      data: { answers: kept.map((one) => ({ ...one })) },
      req,
      overrideAccess: true,
      depth: 0,
    })
  return ok(null)
}
