import { BarChart, EmptyState, Panel, StackedBar } from '#plugins/agency/admin'
import { listLink } from '../domain'
import type { OpenOrders } from '../queries/open-orders'

/** Open orders by state, each leading to its list, and how long they have been open. */
export const OrdersPanel = ({ orders }: { orders: OpenOrders }) => (
  <Panel title="Open orders" note="by state, and days since received">
    {orders.total === 0 ? (
      <EmptyState
        title="No open orders"
        text="Convert an order request, or write down what a client asked for."
        action={
          <a className="pwa-btn pwa-btn--primary" href="/admin/collections/job-orders/create">
            New job order
          </a>
        }
      />
    ) : (
      <>
        <StackedBar
          label="Open orders by state"
          data={orders.byState
            .filter(({ count }) => count > 0)
            .map(({ state, label, count }) => ({
              label,
              value: count,
              display: String(count),
              href: listLink({
                collection: 'job-orders',
                where: [{ field: 'state', is: 'equals', value: state }],
              }),
            }))}
        />
        <BarChart
          label="Open orders by days since received"
          data={orders.byAge.map(({ bucket, count }) => ({
            label: `${bucket} days`,
            value: count,
            display: String(count),
          }))}
        />
      </>
    )}
  </Panel>
)
