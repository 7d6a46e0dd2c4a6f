import { addressIn, maySendAs } from '#plugins/agency/domain'

/**
 * Who a mail is from. The envelope stays the installation's own, so that what cannot be delivered comes
 * back to it and the server that sends is the one its domain names (RFC 5321, RFC 7208). A brand whose
 * domain the server may no longer send for keeps its name, and gets the answers.
 *
 * @param from the usual sender, `Name <address>`
 * @param domains those that may be sent from
 */
export const senderOf = ({
  brand,
  from,
  domains,
}: {
  brand: { senderName: string; senderAddress: string; replyTo: string | null } | null
  from: string
  domains: readonly string[]
}): {
  envelopeFrom: string
  from: string | { name: string; address: string }
  replyTo: string | null
} => {
  const envelopeFrom = addressIn(from)
  if (!brand) return { envelopeFrom, from, replyTo: null }
  const isItsOwn = maySendAs({ address: brand.senderAddress, domains })
  return {
    envelopeFrom,
    from: {
      name: brand.senderName,
      address: isItsOwn ? brand.senderAddress : envelopeFrom,
    },
    replyTo: brand.replyTo ?? (isItsOwn ? null : brand.senderAddress),
  }
}
