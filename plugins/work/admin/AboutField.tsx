import type { TextFieldServerComponent } from 'payload'

import { subjectTitles } from '../queries/subject-titles'

/** The record that something is about, by its name and as a link. */
export const AboutField: TextFieldServerComponent = async ({ data, req }) => {
  const kind: unknown = data?.aboutKind
  const id: unknown = data?.aboutId
  if (typeof kind !== 'string' || typeof id !== 'string') return null
  const subject = { kind, id }
  const known = (await subjectTitles({ req, subjects: [subject] }))(subject)
  return (
    <div className="field-type pwa-about">
      <p className="field-label">About</p>
      {known ? (
        <p>
          {known.kind}: <a href={known.path}>{known.title}</a>
        </p>
      ) : (
        <p>A record that is gone or not part of your role.</p>
      )}
    </div>
  )
}
