import type { ReactNode } from 'react'
import { classNames } from '../base/class-names'

export type DataColumn = {
  key: string
  label: string
  /** Figures stand at the end of their cell, in tabular numerals. */
  isFigure?: boolean
}

export type DataRow = { id: string; href?: string; cells: Readonly<Record<string, ReactNode>> }

export type DataTableProps = {
  caption: string
  isCaptionHidden?: boolean
  columns: readonly DataColumn[]
  rows: readonly DataRow[]
}

/**
 * A table that turns into a stack of cards on a phone. The first column names the row. The roles are
 * spelled out because `display: block` would take a table's meaning away from screen readers.
 */
export const DataTable = ({ caption, isCaptionHidden = false, columns, rows }: DataTableProps) => (
  <table className="pw-table" role="table">
    <caption className={isCaptionHidden ? 'pw-sr-only' : 'pw-table__caption'}>{caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => (
          <th
            key={column.key}
            role="columnheader"
            scope="col"
            className={classNames(column.isFigure && 'pw-table__figure')}
          >
            {column.label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map((row) => (
        <tr key={row.id} role="row">
          {columns.map((column, at) => {
            const content = row.cells[column.key]
            return at === 0 ? (
              <th key={column.key} role="rowheader" scope="row">
                {row.href ? <a href={row.href}>{content}</a> : content}
              </th>
            ) : (
              <td
                key={column.key}
                role="cell"
                data-label={column.label}
                className={classNames(column.isFigure && 'pw-table__figure')}
              >
                {content}
              </td>
            )
          })}
        </tr>
      ))}
    </tbody>
  </table>
)
