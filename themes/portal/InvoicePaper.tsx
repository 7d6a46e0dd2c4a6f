import type { ReactNode } from 'react'
import { StatusPill } from '../base'
import type { Fact, Status } from '../contract'
import { FactList } from './FactList'

export type Party = { name: string; lines: readonly string[] }

export type InvoiceLine = {
  id: string
  description: string
  detail?: string
  quantity: string
  unitPrice: string
  amount: string
}

export type InvoicePaperProps = {
  /** E.g. 'Invoice' or 'Credit note'. */
  kind: string
  number: string
  status?: Status
  from: Party
  to: Party
  facts: readonly Fact[]
  lines: readonly InvoiceLine[]
  totals: readonly { label: string; amount: string; isMain?: boolean }[]
  /** How to pay: bank details, terms. */
  payment?: ReactNode
  notes?: readonly string[]
  labels?: {
    from: string
    to: string
    description: string
    quantity: string
    unitPrice: string
    amount: string
  }
}

const PartyBlock = ({ label, party }: { label: string; party: Party }) => (
  <div>
    <p className="pw-paper__label">{label}</p>
    <p className="pw-paper__party">{party.name}</p>
    {party.lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
  </div>
)

/** An invoice as a page; every figure comes formatted from the invoice itself. */
export const InvoicePaper = ({
  kind,
  number,
  status,
  from,
  to,
  facts,
  lines,
  totals,
  payment,
  notes = [],
  labels = {
    from: 'From',
    to: 'Billed to',
    description: 'Description',
    quantity: 'Quantity',
    unitPrice: 'Price',
    amount: 'Amount',
  },
}: InvoicePaperProps) => (
  <article className="pw-paper" aria-labelledby="paper-title">
    <header className="pw-paper__head">
      <h1 className="pw-paper__title" id="paper-title">
        {kind} <span>{number}</span>
      </h1>
      {status ? <StatusPill {...status} /> : null}
    </header>
    <div className="pw-paper__parties">
      <PartyBlock label={labels.from} party={from} />
      <PartyBlock label={labels.to} party={to} />
      <FactList facts={facts} />
    </div>
    <table className="pw-paper__lines" role="table">
      <caption className="pw-sr-only">
        {kind} {number}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {labels.description}
          </th>
          <th role="columnheader" scope="col">
            {labels.quantity}
          </th>
          <th role="columnheader" scope="col">
            {labels.unitPrice}
          </th>
          <th role="columnheader" scope="col">
            {labels.amount}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line) => (
          <tr key={line.id} role="row">
            <th role="rowheader" scope="row">
              {line.description}
              {line.detail ? <span>{line.detail}</span> : null}
            </th>
            <td role="cell" data-label={labels.quantity}>
              {line.quantity}
            </td>
            <td role="cell" data-label={labels.unitPrice}>
              {line.unitPrice}
            </td>
            <td role="cell" data-label={labels.amount}>
              {line.amount}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    <dl className="pw-paper__totals">
      {totals.map((total) => (
        <div key={total.label} className={total.isMain ? 'pw-paper__total--main' : undefined}>
          <dt>{total.label}</dt>
          <dd>{total.amount}</dd>
        </div>
      ))}
    </dl>
    {payment ? <div className="pw-paper__payment">{payment}</div> : null}
    {notes.map((note) => (
      <p className="pw-paper__note" key={note}>
        {note}
      </p>
    ))}
  </article>
)
