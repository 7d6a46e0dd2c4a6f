'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'

import { eachDay, isDay, isUuid, refuseInput, refuseMissing } from '#plugins/kernel/domain'
import { saveTimesheet, submitTimesheet } from '#plugins/timekeeping'
import { newForm, refusedForm, textsOf, type FormState } from '../../../../../shared/form-state'
import { runForVisit } from '../../../../../shared/run-for-visit'
import { becomeActorFor, newVisit } from '../../../../../shared/visit'
import { errorsAtFields, readWeek, withFurtherLine } from './week-form'

const sheetFields = z.object({
  revision: z.coerce.number().int().min(0),
  firstDay: z.string().refine(isDay),
  lastDay: z.string().refine(isDay),
})

/**
 * One form with three buttons: keep the hours, keep and send them to the client, or get one more line
 * for a day. Whose the sheet is and what may be on it is judged by the commands.
 */
export const sendWeek = async (
  timesheetId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> => {
  const typed = textsOf(data)
  const { intent = 'save', ...values } = typed
  const sheet = sheetFields.safeParse(values)
  if (!isUuid(timesheetId) || !sheet.success)
    return refusedForm({ values, failure: refuseMissing('timesheet').failure })
  if (intent === 'more')
    return isDay(values.moreOn ?? '')
      ? newForm({ ...withFurtherLine({ day: values.moreOn ?? '', values }) })
      : refusedForm({
          values,
          failure: refuseInput({ moreOn: 'Choose the day that needs another line.' }).failure,
        })

  const days = eachDay({ from: sheet.data.firstDay, to: sheet.data.lastDay }).slice(0, 7)
  const week = readWeek({ days, values })
  if (Object.keys(week.errors).length > 0)
    return refusedForm({ values, failure: refuseInput(week.errors).failure })

  const visit = await newVisit()
  await becomeActorFor({
    visit,
    purpose: 'timesheet.enter',
    subject: { kind: 'timesheet', id: timesheetId },
  })
  const saved = await runForVisit({
    visit,
    command: saveTimesheet,
    input: { timesheetId, revision: sheet.data.revision, entries: week.entries },
  })
  if (!saved.ok) {
    const { failure } = saved
    return refusedForm({
      values,
      failure: failure.fields
        ? { ...failure, fields: errorsAtFields({ fields: failure.fields, lines: week.lines }) }
        : failure,
    })
  }
  const path = `/portal/timesheets/${timesheetId}/enter`
  if (intent !== 'submit') redirect(`${path}?saved=hours`)
  const submitted = await runForVisit({ visit, command: submitTimesheet, input: { timesheetId } })
  if (!submitted.ok) {
    const { revision } = z.object({ revision: z.number() }).parse(saved.value)
    return refusedForm({
      values: { ...values, revision: String(revision) },
      failure: submitted.failure,
    })
  }
  redirect(`${path}?saved=sent`)
}
