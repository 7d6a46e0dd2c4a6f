import type { MatchPart } from '../domain/match-score'

/** What a score is made of, in words. */
export const MatchParts = ({ parts }: { parts: readonly MatchPart[] }) => (
  <ul className="pwa-match__parts">
    {parts.map(({ key, label, points, most, why }) => (
      <li key={key}>
        <span className="pwa-match__points">
          {label} {points}/{most}
        </span>{' '}
        {why}
      </li>
    ))}
  </ul>
)
