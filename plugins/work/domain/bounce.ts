export const bounceKinds = ['soft', 'hard'] as const

export type BounceKind = (typeof bounceKinds)[number]

export const bounceLabels: Readonly<Record<BounceKind, string>> = {
  soft: 'Comes back for now',
  hard: 'Comes back for good',
}

/** So many mails in a row that could not be delivered for now come to the same as an address that is gone. */
export const mostSoftBounces = 5

/**
 * Whether what a mail server said is about the address and for good: it does not exist, moved without
 * telling, or its mailbox is switched off (RFC 3463: X.1.z addresses, X.2.1 mailbox disabled). A full
 * mailbox, a refused sender, words taken for spam and trouble on the way say nothing of the address.
 *
 * @param status enhanced code such as `5.1.1`, when it stands apart (RFC 3464 `Status`)
 */
export const bounceKindOf = ({
  answer,
  status = null,
}: {
  answer: string
  status?: string | null
}): BounceKind | null => {
  const code = status ?? /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(answer)?.[1] ?? null
  if (code?.startsWith('2.')) return null
  if (code !== null && goneForGood.has(code)) return 'hard'
  if (code?.startsWith('4.')) return 'soft'
  if (code === '5.0.0' || code === null)
    return /\b(no such (user|mailbox|recipient|address)|user unknown|unknown user|mailbox (not found|unavailable|does not exist)|does not exist)\b/i.test(
      answer,
    ) && !/\b4\d\d\b/.test(answer)
      ? 'hard'
      : 'soft'
  return 'soft'
}

/** Wrong mailbox, domain, syntax, moved, no such domain with mail, mailbox disabled, no host. */
const goneForGood: ReadonlySet<string> = new Set([
  '5.1.0',
  '5.1.1',
  '5.1.2',
  '5.1.3',
  '5.1.6',
  '5.1.10',
  '5.2.1',
  '5.4.4',
])
