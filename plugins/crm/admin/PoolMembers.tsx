import { SetStepNav } from '@payloadcms/ui'

import { EmptyState, PageHeader, Panel } from '#plugins/agency/admin'
import { withStaff } from '#plugins/kernel/admin/server'
import { can, formatInstant } from '#plugins/kernel/domain'
import { idOf } from '../domain/relation'
import { searchFilling, type Filling } from '../queries/pool-search'
import { poolPeople } from '../queries/pool-people'
import { savedPath } from './find-address'
import { WriteToPool } from './WriteToPool'
import { PoolPeople } from './PoolPeople'

/** Who is in a pool, with what can be done about it. */
export const PoolMembers = withStaff({
  permission: 'candidates.read',
  frame: 'none',
  view: async ({ initPageResult: { req, docID }, searchParams, actor }) => {
    const id = String(docID ?? '')
    const pool = await req.payload.findByID({
      collection: 'talent-pools',
      id,
      depth: 0,
      req,
      overrideAccess: false,
      disableErrors: true,
    })
    if (!pool) return <EmptyState title="This pool was not found" />
    const page = Math.min(1_000, Math.max(1, Math.trunc(Number(searchParams?.page ?? 1)) || 1))
    const { members, count, hasMore } = await poolPeople({ req, poolId: id, page })
    const { locale, zone } = actor
    const filling = await searchFilling({
      req,
      savedSearchId: idOf(pool.savedSearch),
      ownerId: idOf(pool.owner),
    })
    const addressOf = (to: number) => `/admin/collections/talent-pools/${id}/members?page=${to}`
    return (
      <div className="pwa-screen">
        <SetStepNav
          nav={[
            { label: 'Talent pools', url: '/admin/collections/talent-pools' },
            { label: pool.name, url: `/admin/collections/talent-pools/${id}` },
            { label: 'Members' },
          ]}
        />
        <PageHeader
          title="Members"
          lead={pool.description ?? 'People to come back to.'}
          actions={
            <>
              {filling?.search ? (
                <a className="pwa-btn" href={savedPath(filling.search)}>
                  The search “{filling.search.name}”
                </a>
              ) : null}
              {count > 0 ? <WriteToPool poolId={id} name={pool.name} /> : null}
            </>
          }
        />
        <Panel
          title={count === 1 ? 'One member' : `${count} members`}
          note={noteOf({
            filling,
            checkedAt: pool.checkedAt
              ? formatInstant({ instant: pool.checkedAt, locale, zone })
              : null,
          })}
        >
          <PoolPeople
            poolId={id}
            mayWrite={can({ actor, permission: 'candidates.write' })}
            members={members.map((member) => ({
              ...member,
              came: [
                member.cameBy === 'search' ? 'By the search' : `Added by ${member.addedBy}`,
                member.addedAt ? formatInstant({ instant: member.addedAt, locale, zone }) : null,
              ]
                .filter(Boolean)
                .join(', '),
            }))}
          />
        </Panel>
        {page > 1 || hasMore ? (
          <nav className="pwa-duplicates__pages" aria-label="Pages">
            {page > 1 ? (
              <a className="pwa-btn" href={addressOf(page - 1)}>
                Newer
              </a>
            ) : null}
            {hasMore ? (
              <a className="pwa-btn" href={addressOf(page + 1)}>
                Older
              </a>
            ) : null}
          </nav>
        ) : null}
      </div>
    )
  },
})

const noteOf = ({
  filling,
  checkedAt,
}: {
  filling: Filling | null
  checkedAt: string | null
}): string => {
  if (!filling) return 'Picked by hand.'
  if (filling.problem)
    return `Nobody joins at the moment. ${filling.problem} Change the search, or choose another one for the pool.`
  return checkedAt
    ? `Whoever matches the search joins by themselves. Last looked: ${checkedAt}.`
    : 'Whoever matches the search joins within a few minutes.'
}
