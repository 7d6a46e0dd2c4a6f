'use client'

import { useFormFields } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'

import { keptAnswersOf } from '../domain/intake-answers'
import { intakeTargets } from '../domain/intake-form'

/** What the client answered, question by question, as it was asked then. */
export const IntakeAnswers: UIFieldClientComponent = () => {
  const stored = useFormFields(([fields]): unknown => fields.answers?.value)
  const answers = keptAnswersOf(stored)
  if (answers.length === 0)
    return <p className="pwa-story__note">This request did not come by a form.</p>
  return (
    <dl className="pwa-intake__answers">
      {answers.map(({ key, label, text, target, documentId }) => (
        <div key={key}>
          <dt>
            {label}
            {target ? (
              <span className="pwa-intake__target"> fills in {intakeTargets[target].label}</span>
            ) : null}
          </dt>
          <dd>
            {documentId ? <a href={`/admin/collections/documents/${documentId}`}>{text}</a> : text}
          </dd>
        </div>
      ))}
    </dl>
  )
}
