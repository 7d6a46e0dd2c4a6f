'use client'

import { useRowLabel } from '@payloadcms/ui'

import { intakeQuestionsOf, intakeTargets, intakeTypes } from '../domain/intake-form'

/** A question while it is folded: what is asked, how it is answered, what it fills in. */
export const QuestionRowLabel = () => {
  const { data, rowNumber } = useRowLabel<unknown>()
  const [question] = intakeQuestionsOf([data])
  if (!question?.label) return <span>Question {(rowNumber ?? 0) + 1}</span>
  const { label, type, isRequired, target, showWhen } = question
  return (
    <span className="pwa-question">
      <strong>
        {label}
        {isRequired ? ' *' : ''}
      </strong>{' '}
      <span className="pwa-question__about">
        {[
          intakeTypes[type],
          target && `fills in ${intakeTargets[target].label}`,
          showWhen && 'conditional',
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  )
}
