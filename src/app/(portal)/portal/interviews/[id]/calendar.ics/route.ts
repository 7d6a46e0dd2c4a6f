import { env } from '#env'
import { interviewForCandidate, interviewInvitation } from '#plugins/pipeline'
import { becomeActorFor, newVisit } from '../../../../../shared/visit'
import { isAgreedInterview } from '#plugins/pipeline/domain'

/** A fixed interview as a file for the candidate's calendar. */
export const GET = async (
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> => {
  const { id } = await params
  const visit = await newVisit()
  await becomeActorFor({
    visit,
    purpose: 'interview.answer',
    subject: { kind: 'interview', id },
    isReading: true,
  })
  const interview = await interviewForCandidate({ req: visit.req, interviewId: id })
  if (!interview || !isAgreedInterview(interview.state))
    return new Response('There is no fixed interview here.', {
      status: 404,
      headers: {
        'Content-Type': 'text/plain; charset=utf-8',
        'Cache-Control': 'private, no-store',
      },
    })
  const calendar = interviewInvitation({
    method: 'REQUEST',
    uid: interview.uid,
    sequence: interview.sequence,
    summary: `Interview: ${interview.jobTitle} at ${interview.clientName}`,
    description: interview.note,
    place: interview.place,
    startsAt: interview.startsAt,
    endsAt: interview.endsAt,
    stampedAt: new Date().toISOString(),
    organiser: interview.contact ?? {
      name: env.AGENCY_NAME,
      email: `no-reply@${new URL(env.siteUrl).hostname}`,
    },
    attendees: [],
  })
  return new Response(calendar, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="interview.ics"',
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
