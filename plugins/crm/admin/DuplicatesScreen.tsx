import { SetStepNav } from '@payloadcms/ui'

import { EmptyState, PageHeader, Panel, Screen } from '#plugins/agency/admin'
import { withStaff } from '#plugins/kernel/admin/server'
import { can, formatInstant, isUuid } from '#plugins/kernel/domain'
import { duplicatePairs } from '../queries/duplicate-pairs'
import { mergePreview } from '../queries/merge-preview'
import { CompareCandidates } from './CompareCandidates'
import { DuplicatePairs } from './DuplicatePairs'

/** Candidates who may be one person, the likeliest first; and two of them side by side, to be merged. */
export const DuplicatesScreen = withStaff({
  permission: 'candidates.read',
  frame: 'page',
  view: async ({ initPageResult: { req }, searchParams, actor }) => {
    const { locale, zone } = actor
    const mayWrite = can({ actor, permission: 'candidates.write' })
    const [keep, merge] = [textOf(searchParams?.keep), textOf(searchParams?.merge)]
    if (keep && merge) {
      const preview =
        isUuid(keep) && isUuid(merge)
          ? await mergePreview({ req, keptId: keep, mergedId: merge, locale })
          : null
      return (
        <Screen>
          <SetStepNav
            nav={[{ label: 'Duplicates', url: '/admin/duplicates' }, { label: 'Compare' }]}
          />
          {preview?.ok ? (
            <CompareCandidates
              key={`${keep} ${merge}`}
              preview={preview.value}
              added={{
                kept: formatInstant({ instant: preview.value.kept.addedAt, locale, zone }),
                merged: formatInstant({ instant: preview.value.merged.addedAt, locale, zone }),
              }}
            />
          ) : (
            <EmptyState
              title="These two cannot be compared"
              text={preview ? preview.failure.message : 'Your role may not merge candidates.'}
              action={
                <a className="pwa-btn" href="/admin/duplicates">
                  All duplicates
                </a>
              }
            />
          )}
        </Screen>
      )
    }
    const dismissed = textOf(searchParams?.show) === 'apart'
    const page = Math.min(
      1_000,
      Math.max(1, Math.trunc(Number(textOf(searchParams?.page) ?? 1)) || 1),
    )
    const { pairs, hasMore } = await duplicatePairs({ req, dismissed, page })
    const addressOf = (to: number) =>
      `/admin/duplicates?${new URLSearchParams({ ...(dismissed ? { show: 'apart' } : {}), page: String(to) })}`
    return (
      <Screen>
        <SetStepNav
          nav={[
            { label: 'Candidates', url: '/admin/collections/candidates' },
            { label: 'Duplicates' },
          ]}
        />
        <PageHeader
          title={dismissed ? 'Not the same person' : 'Duplicates'}
          lead={
            dismissed
              ? 'Pairs that somebody told apart. They are not suggested again.'
              : 'Candidates who may be one person. The same e-mail, phone or profile page is refused when somebody types it; these have other things in common.'
          }
          actions={
            <a
              className="pwa-btn"
              href={dismissed ? '/admin/duplicates' : '/admin/duplicates?show=apart'}
            >
              {dismissed ? 'Duplicates' : 'Not the same person'}
            </a>
          }
        />
        <Panel>
          {pairs.length === 0 ? (
            <EmptyState
              title={dismissed ? 'Nobody was told apart' : 'No duplicates'}
              text={
                dismissed
                  ? 'Pairs that you mark as “not the same person” appear here.'
                  : 'New and changed candidates are compared every few minutes.'
              }
            />
          ) : (
            <DuplicatePairs
              pairs={pairs.map((pair) => ({
                ...pair,
                toldApart: pair.dismissedAt
                  ? `${pair.dismissedBy ?? ''}, ${formatInstant({ instant: pair.dismissedAt, locale, zone })}`
                  : null,
              }))}
              mayWrite={mayWrite}
            />
          )}
        </Panel>
        {page > 1 || hasMore ? (
          <nav className="pwa-duplicates__pages" aria-label="Pages">
            {page > 1 ? (
              <a className="pwa-btn" href={addressOf(page - 1)}>
                Likelier
              </a>
            ) : null}
            {hasMore ? (
              <a className="pwa-btn" href={addressOf(page + 1)}>
                More
              </a>
            ) : null}
          </nav>
        ) : null}
      </Screen>
    )
  },
})

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value ? value : null
