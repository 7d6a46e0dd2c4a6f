/** Numbers of one name, as a monitor reads them. */
export type MetricFamily = {
  /** `placewright_…`, with its unit at the end. */
  name: string
  help: string
  type: 'gauge' | 'counter' | 'histogram'
  samples: readonly MetricSample[]
}

export type MetricSample = {
  labels?: Readonly<Record<string, string>>
  value: number
  /** `_bucket`, `_sum` or `_count` of a histogram. */
  suffix?: '_bucket' | '_sum' | '_count'
}

/** The text that Prometheus scrapes (exposition format 0.0.4). */
export const prometheusText = (families: readonly MetricFamily[]): string =>
  families
    .map(({ name, help, type, samples }) =>
      [
        `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`,
        `# TYPE ${name} ${type}`,
        ...samples.map(
          ({ labels = {}, value, suffix = '' }) =>
            `${name}${suffix}${labelText(labels)} ${numberText(value)}`,
        ),
        '',
      ].join('\n'),
    )
    .join('')

const labelText = (labels: Readonly<Record<string, string>>): string => {
  const entries = Object.entries(labels)
  if (entries.length === 0) return ''
  return `{${entries
    .map(
      ([name, value]) =>
        `${name}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`,
    )
    .join(',')}}`
}

const numberText = (value: number): string => {
  if (Number.isNaN(value)) return 'NaN'
  if (value === Number.POSITIVE_INFINITY) return '+Inf'
  return value === Number.NEGATIVE_INFINITY ? '-Inf' : String(value)
}
