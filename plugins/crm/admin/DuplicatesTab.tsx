import { SetStepNav } from '@payloadcms/ui'

import { EmptyState, PageHeader, Panel, Pill, Table } from '#plugins/agency/admin'
import { withStaff } from '#plugins/kernel/admin/server'
import { can, formatInstant } from '#plugins/kernel/domain'
import { explainLikeness, likelihoodOf } from '../domain/duplicates'
import { idOf } from '../domain/relation'
import { duplicatesOf } from '../queries/duplicate-pairs'
import { mergesOf } from '../queries/merges-of'
import { ChooseOther, UndoMerge } from './MergeActs'

/** Beside a candidate: who may be the same person, and what was merged into this record. */
export const DuplicatesTab = withStaff({
  permission: 'candidates.read',
  frame: 'none',
  view: async ({ initPageResult: { req, docID }, actor }) => {
    const id = String(docID ?? '')
    const candidate = await req.payload.findByID({
      collection: 'candidates',
      id,
      depth: 0,
      req,
      overrideAccess: false,
      disableErrors: true,
    })
    if (!candidate) return <EmptyState title="This person was not found" />
    const { locale, zone } = actor
    const keptId = idOf(candidate.mergedInto)
    const mayWrite = can({ actor, permission: 'candidates.write' })
    const likely = await duplicatesOf({ req, candidateId: id })
    const merges = await mergesOf({ req, candidateId: id })
    const time = (instant: string) => formatInstant({ instant, locale, zone })
    return (
      <div className="pwa-screen">
        <SetStepNav
          nav={[
            { label: 'Candidates', url: '/admin/collections/candidates' },
            { label: candidate.name ?? '', url: `/admin/collections/candidates/${id}` },
            { label: 'Duplicates' },
          ]}
        />
        <PageHeader
          title="Duplicates"
          lead="Other records of the same person, and what was merged into this one."
        />
        {keptId ? (
          <Panel>
            <EmptyState
              title="This record was merged into another one"
              action={
                <a
                  className="pwa-btn pwa-btn--primary"
                  href={`/admin/collections/candidates/${keptId}`}
                >
                  Open the kept record
                </a>
              }
            />
          </Panel>
        ) : (
          <Panel title="May be the same person">
            {likely.length === 0 ? (
              <EmptyState
                title="Nobody looks like this person"
                text="Compared are names, postcode, town, employers, schools and the e-mail."
              />
            ) : (
              <Table
                caption="Who may be the same person"
                columns={[
                  { key: 'name', label: 'Candidate' },
                  { key: 'likely', label: 'How likely' },
                  { key: 'why', label: 'Why' },
                ]}
                rows={likely.map(({ person, score, reasons }) => {
                  const { tone, text } = likelihoodOf(score)
                  return {
                    id: person.id,
                    href: mayWrite
                      ? `/admin/duplicates?keep=${id}&merge=${person.id}`
                      : `/admin/collections/candidates/${person.id}`,
                    cells: {
                      name: `${person.name ?? ''}, ${person.ref ?? ''}`,
                      likely: <Pill tone={tone} label={text} />,
                      why: explainLikeness(reasons),
                    },
                  }
                })}
              />
            )}
            {mayWrite ? <ChooseOther candidateId={id} /> : null}
          </Panel>
        )}
        {merges.length > 0 ? (
          <Panel title="Merged into this record">
            <Table
              caption="What was merged into this record"
              columns={[
                { key: 'ref', label: 'Record' },
                { key: 'by', label: 'Merged' },
                { key: 'undo', label: 'Undo' },
              ]}
              rows={merges.map((merge) => ({
                id: merge.id,
                cells: {
                  ref: merge.ref,
                  by: `${merge.mergedBy}, ${time(merge.mergedAt)}`,
                  undo: merge.undoneAt ? (
                    `Undone by ${merge.undoneBy ?? ''}, ${time(merge.undoneAt)}`
                  ) : merge.canUndo ? (
                    <UndoMerge
                      mergeId={merge.id}
                      mergedRef={merge.ref}
                      until={time(merge.undoUntil)}
                    />
                  ) : (
                    `Was possible until ${time(merge.undoUntil)}`
                  ),
                },
              }))}
            />
          </Panel>
        ) : null}
      </div>
    )
  },
})
