import { SetStepNav } from '@payloadcms/ui'

import { EmptyState } from '#plugins/agency/admin'
import { poolsInReach } from '#plugins/crm'
import { withStaff } from '#plugins/kernel/admin/server'
import { matchCandidates } from '../queries/match-candidates'
import { MatchList } from './MatchList'
import { MatchPools } from './MatchPools'

/** Who fits an order, best first, each with the reasons; as a tab of its record. */
export const MatchTab = withStaff({
  permission: 'pipeline.read',
  frame: 'none',
  view: async ({ initPageResult: { req, docID }, actor, searchParams }) => {
    const orderId = String(docID ?? '')
    const asked = searchParams?.pool
    const poolId = typeof asked === 'string' && asked !== '' ? asked : null
    const found = await matchCandidates({ req, jobOrderId: orderId, poolId })
    const pools = actor.permissions.has('candidates.read') ? await poolsInReach({ req }) : []
    return (
      <div className="pwa-screen">
        <SetStepNav
          nav={[
            { label: 'Job orders', url: '/admin/collections/job-orders' },
            { label: 'Order', url: `/admin/collections/job-orders/${orderId}` },
            { label: 'Match' },
          ]}
        />
        <MatchPools orderId={orderId} pools={pools} poolId={poolId} />
        {found.ok ? (
          <MatchList
            orderId={orderId}
            found={found.value}
            mayAdd={actor.permissions.has('pipeline.write')}
            mayPool={actor.permissions.has('candidates.write')}
          />
        ) : (
          <EmptyState
            title="This cannot be matched"
            text={found.failure.fields?.pool ?? found.failure.message}
          />
        )}
      </div>
    )
  },
})
