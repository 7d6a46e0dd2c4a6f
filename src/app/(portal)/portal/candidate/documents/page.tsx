import type { Metadata } from 'next'

import { documentsOfPerson } from '#plugins/crm'
import { formatInstant } from '#plugins/kernel/domain'
import { ButtonLink, StatusPill } from '#themes/base'
import { DataTable, EmptyState, PortalHead } from '#themes/portal'
import { PortalFrame } from '../../portal-frame'
import { LookAgain } from '../../shared/LookAgain'
import { currentReader } from '../../shared/reader'
import { candidateVisit } from '../../shared/signed-in'

export const metadata: Metadata = { title: 'Documents' }

const kinds: Readonly<Record<string, string>> = {
  cv: 'CV',
  'assignment-letter': 'Assignment letter',
}

/** A candidate's own papers; somebody who is also a client's contact sees those of the company there. */
const Page = async () => {
  const { req } = await candidateVisit()
  const documents = (await documentsOfPerson({ req })).filter(({ kind }) =>
    Object.hasOwn(kinds, kind),
  )
  const reader = await currentReader()
  return (
    <PortalFrame current="/portal/candidate/documents">
      <PortalHead title="Documents" lead="What you sent us, and what we made out for you." />
      {documents.some(({ file }) => file === 'being-checked') ? (
        <LookAgain everySeconds={5} />
      ) : null}
      {documents.length === 0 ? (
        <EmptyState
          title="No document yet"
          text="Your CV and the letters of your assignments appear here."
        />
      ) : (
        <DataTable
          caption="Your documents, the newest first"
          isCaptionHidden
          columns={[
            { key: 'title', label: 'Document' },
            { key: 'kind', label: 'Kind' },
            { key: 'at', label: 'Added' },
            { key: 'file', label: 'File' },
          ]}
          rows={documents.map(({ id, title, kind, createdAt, file }) => ({
            id,
            cells: {
              title,
              kind: kinds[kind] ?? kind,
              at: formatInstant({ instant: createdAt, ...reader }),
              file:
                file === 'ready' ? (
                  <ButtonLink
                    href={`/portal/documents/${id}`}
                    label="Download"
                    look="quiet"
                    icon="file"
                  />
                ) : file === 'being-checked' ? (
                  <StatusPill tone="info" label="Being checked for viruses" />
                ) : (
                  <StatusPill tone="bad" label="Not taken: a virus was found" />
                ),
            },
          }))}
        />
      )}
    </PortalFrame>
  )
}

export default Page
