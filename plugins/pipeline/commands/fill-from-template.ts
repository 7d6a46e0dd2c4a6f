import type { PayloadRequest } from 'payload'

import { idOf } from '#plugins/crm/domain'
import { currencyCode, ok, refuseInput, type Result } from '#plugins/kernel/domain'
import type { EmploymentType } from '../domain/employment-type'
import { filledUp } from '../domain/order-template'

type Given = {
  title?: string | undefined
  employmentType?: EmploymentType | undefined
  templateId?: string | null | undefined
}

type FilledTerms<Input extends Given> = Omit<Input, 'employmentType'> & {
  employmentType: EmploymentType
}

/** The terms of a new order, with what was left out taken from the template that was chosen. */
export const fillFromTemplate = async <Input extends Given>({
  req,
  input,
}: {
  req: PayloadRequest
  input: Input
}): Promise<Result<FilledTerms<Input>>> => {
  const template = input.templateId
    ? await req.payload.findByID({
        collection: 'order-templates',
        id: input.templateId,
        depth: 0,
        req,
        overrideAccess: true,
        disableErrors: true,
      })
    : null
  if (input.templateId && (!template || template.isActive === false))
    return refuseInput({ templateId: 'Choose a template that is in use.' })
  const filled: Input = template
    ? filledUp({
        given: input,
        template: {
          title: template.title,
          employmentType: template.employmentType,
          category: template.category ?? null,
          description: template.description ?? null,
          mustHaves: template.mustHaves ?? [],
          niceToHaves: template.niceToHaves ?? [],
          credentialTypeIds: (template.credentialTypes ?? []).map((type) => idOf(type)),
          currency: currencyCode.parse(template.currency),
          payRateE4: template.payRateE4 ?? null,
          billRateE4: template.billRateE4 ?? null,
          salaryFromMinor: template.salaryFromMinor ?? null,
          salaryToMinor: template.salaryToMinor ?? null,
          feeBp: template.feeBp ?? null,
          feeFlatMinor: template.feeFlatMinor ?? null,
          hoursPerWeekMinutes: template.hoursPerWeekMinutes ?? null,
          screeningQuestion: template.screeningQuestion ?? null,
          screeningKind: template.screeningKind,
          screeningKnockOut: template.screeningKnockOut,
        },
      })
    : input
  const { employmentType } = filled
  if (!employmentType) return refuseInput({ employmentType: 'Choose the employment type.' })
  return ok({ ...filled, employmentType })
}
