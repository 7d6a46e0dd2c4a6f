/** A moment for people: on the reader's clock, and how long ago that was. */
export const momentsOf = ({
  at,
  zone,
  locale,
}: {
  at: string
  zone: string
  locale: string
}): { moment: string; ago: string } => ({
  moment: momentOf({ at, zone, locale }),
  ago: agoOf({ at, locale }),
})

const momentOf = ({ at, zone, locale }: { at: string; zone: string; locale: string }): string =>
  new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'short',
  }).format(new Date(at))

const steps = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const

const agoOf = ({ at, locale }: { at: string; locale: string }): string => {
  const seconds = Math.round((new Date(at).getTime() - Date.now()) / 1000)
  const step = steps.find((candidate) => Math.abs(seconds) >= candidate.seconds)
  return step
    ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
        Math.round(seconds / step.seconds),
        step.unit,
      )
    : 'just now'
}
