import { formatInstant } from '#plugins/kernel/domain'
import { GradeChip } from './GradeChip'
import type { ShownQualification } from './read-qualification'

/** Every grade so far, the newest first: what it was before, and why it changed. */
export const GradeHistory = ({
  history,
  zone,
  locale,
}: {
  history: ShownQualification['history']
  zone: string
  locale: string
}) =>
  history.length === 0 ? null : (
    <details className="pwa-grades">
      <summary>
        {history.length === 1 ? 'Graded once' : `Graded ${history.length} times`}: how and why
      </summary>
      <ol className="pwa-grades__list">
        {history.map(({ id, grade, gradeBefore, score, scoreBefore, because, reason, by, at }) => (
          <li key={id} className="pwa-grades__item">
            <span className="pwa-grades__step">
              {gradeBefore ? (
                <>
                  <GradeChip grade={gradeBefore} score={scoreBefore} />
                  <span aria-hidden="true">→</span>
                  <span className="pwa-sr-only">became</span>
                </>
              ) : null}
              <GradeChip grade={grade} score={score} />
            </span>
            <span>
              {because}
              {reason ? `: ${reason}` : ''}
            </span>
            <span className="pwa-grades__meta">
              {by ? `${by}, ` : ''}
              <time dateTime={at}>{formatInstant({ instant: at, zone, locale })}</time>
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
