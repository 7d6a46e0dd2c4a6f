import type { PayloadRequest } from 'payload'
import type { z } from 'zod'

import { fieldMessages, runCommand } from '#plugins/kernel'
import { ok, refuseInput, type Failure, type Result, type SubjectRef } from '#plugins/kernel/domain'
import { applyToJob, requestStaff } from '#plugins/pipeline'
import { addNote } from '#plugins/work'
import {
  incomingApplication,
  incomingNote,
  incomingOrderRequest,
  type IncomingPurpose,
} from '../domain'

export type Taken = SubjectRef & { ref?: string }

/** Does with a message what its endpoint is for: by the command that people use for it, too. */
export const takeIncomingMessage = async ({
  req,
  purpose,
  message,
}: {
  req: PayloadRequest
  purpose: IncomingPurpose
  message: unknown
}): Promise<Result<Taken>> => {
  switch (purpose) {
    case 'order-request': {
      const parsed = incomingOrderRequest.safeParse(message)
      if (!parsed.success) return wrongFields(parsed.error)
      const { payFrom, payTo, ...request } = parsed.data
      const done = await runCommand({
        command: requestStaff,
        req,
        input: { ...request, payFromRateE4: payFrom, payToRateE4: payTo, channel: 'program' },
      })
      if (!done.ok) return renamed({ failure: done.failure })
      const { requestId, ref } = done.value
      return ok({ kind: 'order-request', id: requestId, ref })
    }
    case 'application': {
      const parsed = incomingApplication.safeParse(message)
      if (!parsed.success) return wrongFields(parsed.error)
      const done = await runCommand({ command: applyToJob, req, input: parsed.data })
      if (!done.ok) return done
      const { submissionId } = done.value
      if (submissionId === null) throw new Error('A colleague was not told of the application.')
      return ok({ kind: 'submission', id: submissionId })
    }
    case 'note': {
      const parsed = incomingNote.safeParse(message)
      if (!parsed.success) return wrongFields(parsed.error)
      const done = await runCommand({ command: addNote, req, input: parsed.data })
      return done.ok ? ok({ kind: 'note', id: done.value.noteId }) : done
    }
  }
}

const wrongFields = (error: z.ZodError) => refuseInput(fieldMessages(error))

/** Rates are sent under other names than the command has for them. */
const renamed = ({ failure }: { failure: Failure }) => {
  const names = new Map([
    ['payFromRateE4', 'payFrom'],
    ['payToRateE4', 'payTo'],
  ])
  return {
    ok: false as const,
    failure: failure.fields
      ? {
          ...failure,
          fields: Object.fromEntries(
            Object.entries(failure.fields).map(([name, text]) => [names.get(name) ?? name, text]),
          ),
        }
      : failure,
  }
}
