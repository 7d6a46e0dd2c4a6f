import type { PayloadRequest } from 'payload'

import { publish } from '#plugins/kernel'

/** Leaves word for the agency why a sheet cannot go on. Nobody outside reads it. */
export const noteProblem = async ({
  req,
  timesheetId,
  problem,
}: {
  req: PayloadRequest
  timesheetId: string
  problem: string
}): Promise<void> => {
  await req.payload.update({
    collection: 'timesheets',
    id: timesheetId,
    data: { problem },
    req,
    overrideAccess: true,
    depth: 0,
  })
  await publish({
    req,
    event: {
      name: 'timesheet.stuck',
      subject: { kind: 'timesheet', id: timesheetId },
      reason: problem,
      ballIn: 'agency',
    },
  })
}
