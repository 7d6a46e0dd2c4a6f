'use server'

import { applyToJob } from '#plugins/pipeline'
import { doneForm, refusedForm, textsOf, type FormState } from '../../../../../shared/form-state'
import { runForVisit } from '../../../../../shared/run-for-visit'
import { siteOfVisit } from '../../../../../shared/site-of-visit'
import { newVisit } from '../../../../../shared/visit'

/** Sends an application; once however often it is pressed. */
export const sendApplication = async (
  postingId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> => {
  const visit = await newVisit()
  const values = textsOf(data)
  const site = await siteOfVisit()
  const cv = data.get('cv')
  const result = await runForVisit({
    visit,
    command: applyToJob,
    input: {
      postingId,
      firstName: values.firstName,
      lastName: values.lastName,
      email: values.email,
      phone: values.phone || undefined,
      country: site?.country,
      language: site?.locale,
      answer: values.answer || undefined,
      cv:
        cv instanceof File && cv.size > 0
          ? {
              filename: cv.name,
              contentBase64: Buffer.from(await cv.arrayBuffer()).toString('base64'),
            }
          : null,
      agreesToApplication: values.consent === 'yes',
      agreesToTalentPool: values.talentPool === 'yes',
    },
  })
  if (!result.ok) {
    const { agreesToApplication, ...fields } = result.failure.fields ?? {}
    return refusedForm({
      values,
      failure: {
        ...result.failure,
        fields: { ...fields, ...(agreesToApplication ? { consent: agreesToApplication } : {}) },
      },
    })
  }
  return doneForm(
    'We confirm a first application, and a new CV for it, by a mail with a link: there you can see how it goes. If you sent us the same before, that mail is in your mailbox already.',
  )
}
