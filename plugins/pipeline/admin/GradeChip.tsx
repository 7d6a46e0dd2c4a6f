import type { Grade } from '../domain/qualification-choices'

const words: Record<Grade, string> = {
  A: 'A: search for it',
  B: 'B: from the pool only',
  C: 'C: renegotiate first',
}

/** The grade of an order as one letter; its meaning is read aloud and shown on hover. */
export const GradeChip = ({ grade, score }: { grade: Grade; score?: number | null }) => (
  <span className={`pwa-grade pwa-grade--${grade.toLowerCase()}`} title={words[grade]}>
    <span aria-hidden="true">{grade}</span>
    <span className="pwa-sr-only">Grade {words[grade]}</span>
    {typeof score === 'number' ? <span className="pwa-grade__score">{score}</span> : null}
  </span>
)
