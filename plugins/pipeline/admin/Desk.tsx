import { SetStepNav } from '@payloadcms/ui'
import type { PayloadRequest } from 'payload'

import { EmptyState, PageHeader, Screen } from '#plugins/agency/admin'
import { withStaff } from '#plugins/kernel/admin/server'
import { isUuid } from '#plugins/kernel/domain'
import { ordersOfDesk } from '../queries/orders-of-desk'
import { GradeChip } from './GradeChip'
import { BoardFilters } from './BoardFilters'
import { colleaguesFor } from './colleagues'
import { LiveOrders } from './LiveOrders'
import { OrderBoard } from './OrderBoard'
import { readBoards } from './read-boards'
import { rightsOf } from './rights'

/** The boards of all orders that the reader owns and works on, or of all orders of one client. */
export const Desk = withStaff({
  permission: 'pipeline.read',
  frame: 'page',
  view: async ({ initPageResult: { req }, searchParams, actor }) => {
    const client = await clientAsked({ req, asked: searchParams?.client })
    const found = await ordersOfDesk({
      req,
      by: client ? { clientId: client.id } : { ownerId: actor.id },
    })
    const orders = found.ok ? found.value : []
    const boards = await readBoards({
      req,
      jobOrderIds: orders.map(({ id }) => id),
      locale: actor.locale,
      asked: searchParams ?? {},
    })
    const colleagues = await colleaguesFor(req)
    const title = client ? `Boards of ${client.name}` : 'My desk'
    return (
      <Screen>
        <SetStepNav nav={[{ label: title }]} />
        <PageHeader
          title={title}
          lead={leadOf({ count: boards.length, isOfClient: client !== null })}
          actions={
            client ? (
              <a className="pwa-btn" href="/admin/desk">
                My desk
              </a>
            ) : (
              <a className="pwa-btn" href="/admin/collections/job-orders">
                All orders
              </a>
            )
          }
        />
        <LiveOrders orderIds={orders.map(({ id }) => id)} />
        {boards.length > 0 ? <BoardFilters colleagues={colleagues} /> : null}
        {boards.length === 0 ? (
          <EmptyState
            title={client ? 'No active order' : 'Your desk is clear'}
            text={
              client
                ? 'Orders of this client appear here as soon as they are active.'
                : 'Orders that you own appear here as soon as they are active.'
            }
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

const leadOf = ({ count, isOfClient }: { count: number; isOfClient: boolean }): string => {
  const ending = isOfClient ? 'of this client' : 'yours'
  if (count === 1) return `One active order is ${ending}.`
  return `${count === 0 ? 'No' : count} active orders are ${ending}.`
}

/** The client whose boards the address asks for, as far as the reader may see it. */
const clientAsked = async ({
  req,
  asked,
}: {
  req: PayloadRequest
  asked: unknown
}): Promise<{ id: string; name: string } | null> => {
  if (typeof asked !== 'string' || !isUuid(asked)) return null
  return await req.payload.findByID({
    collection: 'client-corporations',
    id: asked,
    depth: 0,
    user: req.user,
    overrideAccess: false,
    disableErrors: true,
    req,
  })
}
