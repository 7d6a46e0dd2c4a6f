import { SetStepNav } from '@payloadcms/ui'

import { EmptyState, PageHeader, Screen } from '#plugins/agency/admin'
import { withStaff } from '#plugins/kernel/admin/server'
import { ordersOfDesk } from '../queries/orders-of-desk'
import { GradeChip } from './GradeChip'
import { LiveOrders } from './LiveOrders'
import { OrderBoard } from './OrderBoard'
import { readBoards } from './read-boards'
import { rightsOf } from './rights'

/** The boards of all orders that the reader owns and works on, on one screen. */
export const Desk = withStaff({
  permission: 'pipeline.read',
  frame: 'page',
  view: async ({ initPageResult: { req }, actor }) => {
    const found = await ordersOfDesk({ req, ownerId: actor.id })
    const orders = found.ok ? found.value : []
    const boards = await readBoards({
      req,
      jobOrderIds: orders.map(({ id }) => id),
      locale: actor.locale,
    })
    return (
      <Screen>
        <SetStepNav nav={[{ label: 'My desk' }]} />
        <PageHeader
          title="My desk"
          lead={
            boards.length === 1
              ? 'One active order is yours.'
              : `${boards.length === 0 ? 'No' : boards.length} active orders are yours.`
          }
          actions={
            <a className="pwa-btn" href="/admin/collections/job-orders">
              All orders
            </a>
          }
        />
        <LiveOrders orderIds={orders.map(({ id }) => id)} />
        {boards.length === 0 ? (
          <EmptyState
            title="Your desk is clear"
            text="Orders that you own appear here as soon as they are active."
            action={
              <a className="pwa-btn" href="/admin/collections/order-requests">
                Look at order requests
              </a>
            }
          />
        ) : null}
        {boards.map((board) => {
          const facts = orders.find(({ id }) => id === board.order.id)
          return (
            <section key={board.order.id} className="pwa-desk-order">
              <div className="pwa-desk-order__head">
                <h2 className="pwa-desk-order__title">
                  <a href={`/admin/collections/job-orders/${board.order.id}/board`}>
                    {board.order.title}
                  </a>
                </h2>
                <p className="pwa-desk-order__facts">
                  {board.order.grade ? (
                    <GradeChip grade={board.order.grade} score={board.order.score} />
                  ) : null}{' '}
                  {board.order.client} · {facts?.freeOpenings ?? 0} of {facts?.openings ?? 0}{' '}
                  openings free · {facts?.daysOpen ?? 0} days open
                </p>
              </div>
              <OrderBoard board={board} rights={rightsOf(actor)} />
            </section>
          )
        })}
      </Screen>
    )
  },
})
