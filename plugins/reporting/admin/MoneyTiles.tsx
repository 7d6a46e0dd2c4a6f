import { openInvoiceStates, publishedInvoiceStates } from '#plugins/billing/domain'
import { Tile, Tiles } from '#plugins/agency/admin'
import type { Money } from '#plugins/kernel/domain'
import { amountsInWords, listLink, type ListCondition } from '../domain'
import { receivedState, type MoneyThisMonth } from '../queries/money-this-month'
import type { Clock } from '../queries/reader'

type Props = { money: MoneyThisMonth; clock: Clock; locale: string }

export const MoneyTiles = ({ money, clock, locale }: Props) => {
  const open: readonly ListCondition[] = [
    { field: 'state', is: 'in', value: openInvoiceStates },
    { field: 'kind', is: 'equals', value: 'invoice' },
  ]
  const tile = ({ label, amounts, note, href }: TileText) => {
    const { main, others } = amountsInWords({ amounts, locale })
    return (
      <Tile
        label={label}
        value={main}
        delta={{ label: [others, note].filter(Boolean).join(' · '), tone: 'neutral' }}
        href={href}
      />
    )
  }
  return (
    <Tiles>
      {tile({
        label: 'Invoiced this month',
        amounts: money.invoiced,
        note: counted({ count: money.invoicesIssued, one: 'invoice' }),
        href: listLink({
          collection: 'invoices',
          where: [
            { field: 'state', is: 'in', value: publishedInvoiceStates },
            { field: 'issueOn', is: 'greater_than_equal', value: clock.monthStartsOn },
          ],
        }),
      })}
      {tile({
        label: 'Received this month',
        amounts: money.paid,
        note: null,
        href: listLink({
          collection: 'payments',
          where: [
            { field: 'state', is: 'equals', value: receivedState },
            { field: 'receivedOn', is: 'greater_than_equal', value: clock.monthStartsOn },
          ],
        }),
      })}
      {tile({
        label: 'Outstanding',
        amounts: money.open,
        note: null,
        href: listLink({ collection: 'invoices', where: open }),
      })}
      {tile({
        label: 'Overdue',
        amounts: money.overdue,
        note: counted({ count: money.overdueInvoices, one: 'invoice' }),
        href: listLink({
          collection: 'invoices',
          where: [...open, { field: 'dueOn', is: 'less_than', value: clock.today }],
        }),
      })}
    </Tiles>
  )
}

type TileText = { label: string; amounts: readonly Money[]; note: string | null; href: string }

const counted = ({ count, one }: { count: number; one: string }): string =>
  `${count} ${one}${count === 1 ? '' : 's'}`
