/** How long something takes or has taken, in one unit: '8 s', '12 min', '3 h', '4 days'. */
export const formatAge = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return `${whole} s`
  const minutes = Math.round(whole / 60)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.round(whole / 3_600)
  if (hours < 48) return `${hours} h`
  return `${Math.round(whole / 86_400)} days`
}
