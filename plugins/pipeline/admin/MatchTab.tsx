import { SetStepNav } from '@payloadcms/ui'

import { EmptyState } from '#plugins/agency/admin'
import { withStaff } from '#plugins/kernel/admin/server'
import { matchCandidates } from '../queries/match-candidates'
import { MatchList } from './MatchList'

/** Who fits an order, best first, each with the reasons; as a tab of its record. */
export const MatchTab = withStaff({
  permission: 'pipeline.read',
  frame: 'none',
  view: async ({ initPageResult: { req, docID }, actor }) => {
    const orderId = String(docID ?? '')
    const found = await matchCandidates({ req, jobOrderId: orderId })
    return (
      <div className="pwa-screen">
        <SetStepNav
          nav={[
            { label: 'Job orders', url: '/admin/collections/job-orders' },
            { label: 'Order', url: `/admin/collections/job-orders/${orderId}` },
            { label: 'Match' },
          ]}
        />
        {found.ok ? (
          <MatchList
            orderId={orderId}
            found={found.value}
            mayAdd={actor.permissions.has('pipeline.write')}
          />
        ) : (
          <EmptyState title="This cannot be matched" text={found.failure.message} />
        )}
      </div>
    )
  },
})
