import { BarChart, EmptyState, Panel } from '#plugins/agency/admin'
import { formatBasisPoints, formatMoney } from '#plugins/kernel/domain'
import { listLink } from '../domain'
import type { CurrencyMargin } from '../queries/margin-by-week'

type Props = { margins: readonly CurrencyMargin[]; locale: string }

/** Bill less pay of approved hours, week by week, one drawing per currency. */
export const MarginPanel = ({ margins, locale }: Props) => (
  <Panel title="Gross margin" note="bill less pay of approved hours, eight weeks, before burden">
    {margins.length === 0 ? (
      <EmptyState
        title="No approved hours yet"
        text="Margins appear with the first approved sheet."
      />
    ) : (
      margins.map((margin) => (
        <div key={margin.currency} className="pwa-margin">
          <p className="pwa-margin__total">
            <a
              href={listLink({
                collection: 'bill-lines',
                where: [
                  {
                    field: 'weekStartsOn',
                    is: 'greater_than_equal',
                    value: margin.weeks[0]?.weekStartsOn ?? '',
                  },
                  { field: 'currency', is: 'equals', value: margin.currency },
                ],
              })}
            >
              {amount({ minor: margin.total.marginMinor, margin, locale })}
            </a>
            {margin.total.marginBp === null
              ? null
              : ` · ${formatBasisPoints({ basisPoints: margin.total.marginBp, locale })} of ${amount({ minor: margin.billMinor, margin, locale })} billed`}
          </p>
          <BarChart
            label={`Gross margin by week in ${margin.currency}`}
            data={margin.weeks.map(({ weekStartsOn, marginMinor }) => ({
              label: shortDay({ day: weekStartsOn, locale }),
              value: marginMinor,
              display: amount({ minor: marginMinor, margin, locale }),
            }))}
          />
        </div>
      ))
    )}
  </Panel>
)

const amount = ({
  minor,
  margin,
  locale,
}: {
  minor: number
  margin: CurrencyMargin
  locale: string
}): string => formatMoney({ amount: { amountMinor: minor, currency: margin.currency }, locale })

const shortDay = ({ day, locale }: { day: string; locale: string }): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
