import { SetStepNav } from '@payloadcms/ui'
import type { PayloadRequest } from 'payload'

import { EmptyState, PageHeader, Panel, Pill, Screen, Table } from '#plugins/agency/admin'
import { withStaff } from '#plugins/kernel/admin/server'
import { can, formatInstant, isUuid } from '#plugins/kernel/domain'
import { cvDraftWorkflow } from '../domain/cv-draft-workflow'
import { cvReview } from '../queries/cv-review'
import { AddCvs } from './AddCvs'
import { ReviewCv } from './ReviewCv'

/** CVs come in here, many at once, and each is looked at before anything of it is in a profile. */
export const CvsScreen = withStaff({
  permission: 'candidates.read',
  frame: 'page',
  view: async ({ initPageResult: { req }, searchParams, actor }) => {
    const draftId = textOf(searchParams?.draft)
    const mayWrite = can({ actor, permission: 'candidates.write' })
    if (draftId) {
      const review = isUuid(draftId) ? await cvReview({ req, draftId }) : null
      return (
        <Screen>
          <SetStepNav
            nav={[{ label: 'CVs', url: '/admin/cvs' }, { label: review?.title ?? 'CV' }]}
          />
          {review ? (
            <ReviewCv key={review.draftId} review={review} mayWrite={mayWrite} />
          ) : (
            <EmptyState
              title="This CV is not here any more"
              text="Somebody may have discarded it."
              action={
                <a className="pwa-btn" href="/admin/cvs">
                  All CVs
                </a>
              }
            />
          )}
        </Screen>
      )
    }
    const candidate = await candidateOf({ req, id: textOf(searchParams?.candidate) })
    const drafts = await openDrafts({ req })
    return (
      <Screen>
        <SetStepNav
          nav={[{ label: 'Candidates', url: '/admin/collections/candidates' }, { label: 'CVs' }]}
        />
        <PageHeader
          title={candidate ? `Add CVs of ${candidate.name}` : 'Add CVs'}
          lead="One file or two hundred. Each is read and waits here until you have looked at it: nothing is written into a profile before."
        />
        {mayWrite ? <AddCvs candidateId={candidate?.id ?? null} /> : null}
        <Panel
          title="Waiting"
          note={
            drafts.total > drafts.docs.length
              ? `The ${drafts.docs.length} oldest of ${drafts.total}.`
              : undefined
          }
        >
          {drafts.docs.length === 0 ? (
            <EmptyState title="No CV waits" text="What you drop above appears here." />
          ) : (
            <Table
              caption="CVs that wait"
              columns={[
                { key: 'title', label: 'File' },
                { key: 'state', label: 'State' },
                { key: 'problem', label: 'What to do' },
                { key: 'at', label: 'Added' },
              ]}
              rows={drafts.docs.map(({ id, title, state, problem, createdAt }) => ({
                id,
                href: `/admin/cvs?draft=${id}`,
                cells: {
                  title,
                  state: <StateOf state={state} />,
                  problem: problem ?? (state === 'parsed' ? 'Review' : ''),
                  at: formatInstant({ instant: createdAt, locale: actor.locale, zone: actor.zone }),
                },
              }))}
            />
          )}
        </Panel>
      </Screen>
    )
  },
})

const StateOf = ({ state }: { state: string }) => {
  const known = Object.entries(cvDraftWorkflow.states).find(([key]) => key === state)?.[1]
  return known ? <Pill tone={known.tone} label={known.label} /> : null
}

const openDrafts = async ({ req }: { req: PayloadRequest }) => {
  const { docs, totalDocs } = await req.payload.find({
    collection: 'cv-drafts',
    where: { state: { in: ['reading', 'parsed', 'unreadable'] } },
    sort: 'createdAt',
    limit: 100,
    depth: 0,
    req,
    overrideAccess: false,
    select: { title: true, state: true, problem: true, createdAt: true },
  })
  return { docs, total: totalDocs }
}

const candidateOf = async ({
  req,
  id,
}: {
  req: PayloadRequest
  id: string | null
}): Promise<{ id: string; name: string } | null> => {
  if (!id || !isUuid(id)) return null
  const candidate = await req.payload.findByID({
    collection: 'candidates',
    id,
    depth: 0,
    req,
    overrideAccess: false,
    disableErrors: true,
  })
  return candidate ? { id: candidate.id, name: candidate.name ?? '' } : null
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value ? value : null
