import { EmptyState, Panel, Pill, Timeline, TimelineItem } from '#plugins/agency/admin'
import type { UpcomingInterviews } from '../queries/upcoming-interviews'

type Props = { interviews: UpcomingInterviews; locale: string; zone: string }

export const InterviewsPanel = ({ interviews, locale, zone }: Props) => (
  <Panel title="Next interviews">
    {interviews.next.length === 0 ? (
      <EmptyState title="No interviews ahead" text="Propose one from the board of an order." />
    ) : (
      <Timeline label="Next interviews">
        {interviews.next.map((interview) => (
          <TimelineItem
            key={interview.id}
            title={
              <a href={`/admin/collections/interviews/${interview.id}`}>{interview.candidate}</a>
            }
            text={
              <>
                {interview.orderTitle}, {interview.client}{' '}
                <Pill tone={interview.tone} label={interview.label} />
              </>
            }
            at={momentOf({ at: interview.startsAt, locale, zone })}
            atIso={interview.startsAt}
            tone={interview.tone}
          />
        ))}
      </Timeline>
    )}
  </Panel>
)

const momentOf = ({ at, locale, zone }: { at: string; locale: string; zone: string }): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'short',
  }).format(new Date(at))
