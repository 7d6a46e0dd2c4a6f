/** `1,204 rows`, `1 file`. */
export const counted = ({ count, noun }: { count: number; noun: string }): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`

/** `3.2 MB`, in units of a thousand. */
export const inBytes = (bytes: number): string => {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1_000)} kB`
  const unit = bytes < 1_000_000_000 ? { size: 1_000_000, name: 'MB' } : { size: 1e9, name: 'GB' }
  return `${(bytes / unit.size).toFixed(1)} ${unit.name}`
}
