import { axisEnd, linePoints, shares } from './chart-scale'

const seriesCount = 9

const seriesClass = (at: number) => `pwa-series-${(at % seriesCount) + 1}`

export type ChartDatum = {
  label: string
  value: number
  /** The value as a reader sees it. */
  display: string
  href?: string
}

type ReadableDataProps = { label: string; data: readonly ChartDatum[] }

/** The figures again as a list, for those who do not see the drawing. */
const ReadableData = ({ label, data }: ReadableDataProps) => (
  <figcaption className="pwa-sr-only">
    {label}: {data.map((datum) => `${datum.label} ${datum.display}`).join('; ')}
  </figcaption>
)

export type BarChartProps = { label: string; data: readonly ChartDatum[] }

const row = { height: 28, bar: 14, label: 92, figure: 60, width: 340 }

/** Horizontal bars from zero, label before and figure behind each. */
export const BarChart = ({ label, data }: BarChartProps) => {
  const end = axisEnd(data.map((datum) => datum.value))
  const room = row.width - row.label - row.figure
  return (
    <figure className="pwa-chart">
      <ReadableData label={label} data={data} />
      <svg
        className="pwa-bars"
        viewBox={`0 0 ${row.width} ${data.length * row.height}`}
        aria-hidden="true"
        focusable="false"
      >
        {data.map((datum, at) => {
          const middle = at * row.height + row.height / 2
          const length = (Math.max(0, datum.value) / end) * room
          return (
            <g key={datum.label}>
              <text className="pwa-chart__text" x="0" y={middle} dominantBaseline="central">
                {datum.label}
              </text>
              <rect
                className="pwa-chart__mark"
                x={row.label}
                y={middle - row.bar / 2}
                width={length}
                height={row.bar}
                rx="2"
              />
              <text
                className="pwa-chart__figure"
                x={row.label + length + 8}
                y={middle}
                dominantBaseline="central"
              >
                {datum.display}
              </text>
            </g>
          )
        })}
        <line
          className="pwa-chart__axis"
          x1={row.label}
          x2={row.label}
          y1="0"
          y2={data.length * row.height}
        />
      </svg>
    </figure>
  )
}

export type StackedBarProps = { label: string; data: readonly ChartDatum[] }

/** One bar cut into its parts, with a key that names and counts them. */
export const StackedBar = ({ label, data }: StackedBarProps) => {
  const parts = shares(data.map((datum) => datum.value))
  const starts = parts.map((_, at) => parts.slice(0, at).reduce((sum, part) => sum + part, 0))
  return (
    <figure className="pwa-chart pwa-stack" aria-label={label}>
      <svg
        className="pwa-stack__bar"
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        {parts.map((part, at) => (
          <rect
            key={data[at]?.label}
            className={`pwa-chart__mark ${seriesClass(at)}`}
            x={(starts[at] ?? 0) * 100}
            y="0"
            width={part * 100}
            height="6"
          />
        ))}
      </svg>
      <ul className="pwa-stack__key">
        {data.map((datum, at) => (
          <li key={datum.label} className={seriesClass(at)}>
            {datum.href ? <a href={datum.href}>{datum.label}</a> : <span>{datum.label}</span>}
            <strong>{datum.display}</strong>
          </li>
        ))}
      </ul>
    </figure>
  )
}

export type SparklineProps = { label: string; values: readonly number[] }

/** A line without axes beside a figure: the direction, not the amount. */
export const Sparkline = ({ label, values }: SparklineProps) => {
  if (values.length < 2) return null
  const size = { width: 96, height: 24 }
  const points = linePoints({ values, ...size })
  const path = points
    .map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${(y + 2).toFixed(1)}`)
    .join('')
  return (
    <svg className="pwa-spark" viewBox="0 0 96 28" role="img" aria-label={label}>
      <path className="pwa-chart__line" d={path} />
    </svg>
  )
}
