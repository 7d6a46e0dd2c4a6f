import type { AnyCommand } from '#plugins/kernel'
import type { SubjectRef } from '#plugins/kernel/domain'
import { doneForm, refusedForm, textsOf, type FormState } from './form-state'
import { runForVisit } from './run-for-visit'
import { becomeActorFor, newVisit } from './visit'

/**
 * Runs a command for whoever sent a form: the holder of the link for this record, else whoever is
 * signed in. What was typed comes back with a refusal.
 */
export const act = async ({
  command,
  input,
  purpose,
  subject,
  data,
}: {
  command: AnyCommand
  input: unknown
  purpose: string
  subject: SubjectRef
  data: FormData
}): Promise<FormState> => {
  const visit = await newVisit()
  await becomeActorFor({ visit, purpose, subject })
  const result = await runForVisit({ visit, command, input })
  return result.ok ? doneForm('') : refusedForm({ values: textsOf(data), failure: result.failure })
}
