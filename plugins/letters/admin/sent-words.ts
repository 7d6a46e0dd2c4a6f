/** What became of a letter, said when it was sent. */
export const sentWords = ({ done, skipped }: { done: number; skipped: number }): string => {
  const sent = done === 1 ? 'The mail is on its way.' : `${done} mails are on their way.`
  if (skipped === 0) return sent
  return `${sent} ${skipped === 1 ? 'One person' : `${skipped} people`} left out.`
}
