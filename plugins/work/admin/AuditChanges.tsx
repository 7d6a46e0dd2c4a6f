import type { AuditEntry } from '#plugins/kernel'

/** What an event changed, why, and what else it says. */
export const AuditChanges = ({
  changes,
  reason,
  detail,
}: {
  changes: AuditEntry['changes']
  reason: string | null
  detail: string | null
}) => (
  <>
    {reason ? <p className="pwa-timeline__text">“{reason}”</p> : null}
    {detail ? <p className="pwa-timeline__text">{detail}</p> : null}
    {changes.length > 0 ? (
      <ul className="pwa-timeline__changes">
        {changes.map(({ field, from, to }) => (
          <li key={field}>
            {field}
            {to === null ? null : (
              <>
                : {from && from !== '–' ? <s>{from}</s> : null} {to}
              </>
            )}
          </li>
        ))}
      </ul>
    ) : null}
  </>
)
