import { SetStepNav } from '@payloadcms/ui'

import { EmptyState } from '#plugins/agency/admin'
import { withStaff } from '#plugins/kernel/admin/server'
import { matchOrders } from '../queries/match-orders'
import { OrderMatchList } from './OrderMatchList'

/** Which active orders fit a candidate, best first, each with the reasons; as a tab of the record. */
export const OrdersTab = withStaff({
  permission: 'pipeline.read',
  frame: 'none',
  view: async ({ initPageResult: { req, docID }, actor }) => {
    const candidateId = String(docID ?? '')
    const found = await matchOrders({ req, candidateId })
    return (
      <div className="pwa-screen">
        <SetStepNav
          nav={[
            { label: 'Candidates', url: '/admin/collections/candidates' },
            { label: 'Candidate', url: `/admin/collections/candidates/${candidateId}` },
            { label: 'Matching orders' },
          ]}
        />
        {found.ok ? (
          <OrderMatchList
            candidateId={candidateId}
            found={found.value}
            locale={actor.locale}
            mayAdd={actor.permissions.has('pipeline.write')}
          />
        ) : (
          <EmptyState title="This cannot be matched" text={found.failure.message} />
        )}
      </div>
    )
  },
})
