import { SetStepNav } from '@payloadcms/ui'

import { EmptyState } from '#plugins/agency/admin'
import { withStaff } from '#plugins/kernel/admin/server'
import { GradeChip } from './GradeChip'
import { BoardFilters } from './BoardFilters'
import { colleaguesFor } from './colleagues'
import { LiveOrders } from './LiveOrders'
import { OrderBoard } from './OrderBoard'
import { readBoards } from './read-boards'
import { rightsOf } from './rights'

/** The board of one order, as a tab of its record. */
export const OrderBoardTab = withStaff({
  permission: 'pipeline.read',
  frame: 'none',
  view: async ({ initPageResult: { req, docID }, searchParams, actor }) => {
    const orderId = String(docID ?? '')
    const [board] = await readBoards({
      req,
      jobOrderIds: [orderId],
      locale: actor.locale,
      asked: searchParams ?? {},
    })
    const colleagues = await colleaguesFor(req)
    return (
      <div className="pwa-screen">
        <SetStepNav
          nav={[
            { label: 'Job orders', url: '/admin/collections/job-orders' },
            {
              label: board?.order.title ?? 'Order',
              url: `/admin/collections/job-orders/${orderId}`,
            },
            { label: 'Board' },
          ]}
        />
        <LiveOrders orderIds={[orderId]} />
        {board?.order.grade ? (
          <p className="pwa-desk-order__facts">
            <GradeChip grade={board.order.grade} score={board.order.score} />
          </p>
        ) : null}
        <BoardFilters colleagues={colleagues} />
        {board && board.columns.length > 0 ? (
          <OrderBoard board={board} rights={rightsOf(actor)} />
        ) : (
          <EmptyState
            title="No stages yet"
            text="Create the stages your agency works with under Settings, Stages."
          />
        )}
      </div>
    )
  },
})
