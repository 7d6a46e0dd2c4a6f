import type Stripe from 'stripe'

/** The hosted payment page of a session: plain forms, so that it works in any browser. */
export const paymentPage = ({
  session,
  title,
  notice,
}: {
  session: Stripe.Checkout.Session
  title: string
  notice?: string
}): string => {
  const amount = displayAmount({
    amount: session.amount_total ?? 0,
    currency: session.currency ?? 'usd',
  })
  const alert = notice === undefined ? '' : `<p role="alert" class="alert">${escape(notice)}</p>`
  const body =
    session.status === 'open'
      ? `${alert}
<form method="post">
  <button class="primary" name="action" value="pay">Pay ${escape(amount)}</button>
  <button name="action" value="later">Pay later (bank debit)</button>
  <button name="action" value="fail">Fail (card declined)</button>
  <button class="quiet" name="action" value="cancel">Cancel and go back</button>
</form>`
      : closedBody(session)
  return document({
    heading: amount,
    body: `<p class="what">${escape(title)}</p>
${session.customer_email ? `<p class="who">${escape(session.customer_email)}</p>` : ''}
${body}`,
  })
}

export const missingPage = (): string =>
  document({ heading: 'Page not found', body: '<p>This payment page does not exist.</p>' })

/** Where the customer is sent, with Stripe's placeholder for the session filled in. */
export const returnUrl = ({ template, sessionId }: { template: string; sessionId: string }) =>
  template.replaceAll('{CHECKOUT_SESSION_ID}', sessionId)

const closedBody = (session: Stripe.Checkout.Session): string => {
  const target = session.status === 'complete' ? session.success_url : session.cancel_url
  const sentence =
    session.status === 'complete'
      ? 'This payment was already made. You do not need to pay again.'
      : 'This payment page has expired.'
  const href = target === null ? '' : returnUrl({ template: target, sessionId: session.id })
  return `<p role="alert" class="alert">${sentence}</p>
${href === '' ? '' : `<a class="button" href="${escape(href)}">Back to the shop</a>`}`
}

const ZERO_DECIMALS = 'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' ')
const THREE_DECIMALS = 'bhd jod kwd omr tnd'.split(' ')

const displayAmount = ({ amount, currency }: { amount: number; currency: string }): string => {
  const digits = ZERO_DECIMALS.includes(currency) ? 0 : THREE_DECIMALS.includes(currency) ? 3 : 2
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount / 10 ** digits)
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '')

const document = ({ heading, body }: { heading: string; body: string }): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(heading)} · Test payment</title>
<link rel="icon" href="data:,">
<style>
  :root { color-scheme: light dark; --ink: #1b2330; --soft: #5b6675; --paper: #fff;
    --ground: #eef1f5; --line: #cfd6df; --accent: #3f3df0; --warn: #9a3412; --warn-paper: #fff1e7 }
  @media (prefers-color-scheme: dark) { :root { --ink: #eef1f5; --soft: #a9b3c1; --paper: #1b2330;
    --ground: #10151d; --line: #3a4557; --accent: #6d6bff; --warn: #ffd0ae; --warn-paper: #4a2410 } }
  * { box-sizing: border-box }
  body { margin: 0; min-height: 100dvh; display: grid; place-items: center; padding: 1rem;
    background: var(--ground); color: var(--ink); font: 1rem/1.5 -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif }
  main { width: min(26rem, 100%); padding: 1.5rem; background: var(--paper); border-radius: 1rem;
    box-shadow: 0 1px 2px #0002, 0 12px 40px #0000001a }
  h1 { margin: .25rem 0; font-size: 2.25rem; line-height: 1.15; font-variant-numeric: tabular-nums }
  p { margin: .25rem 0; overflow-wrap: anywhere }
  .test, .who { color: var(--soft); font-size: .875rem }
  form { display: grid; gap: .625rem; margin-top: 1.5rem }
  button, .button { display: block; width: 100%; min-height: 3rem; padding: .625rem 1rem;
    border: 1px solid var(--line); border-radius: .625rem; background: transparent; color: inherit;
    font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer }
  .primary { background: var(--accent); border-color: var(--accent); color: #fff }
  .quiet { border-color: transparent; font-weight: 400 }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
  .alert { margin-top: 1rem; padding: .75rem 1rem; border-radius: .625rem;
    background: var(--warn-paper); color: var(--warn) }
  .button { margin-top: 1rem }
</style>
</head>
<body>
<main>
<p class="test">Test payment. No money moves.</p>
<h1>${escape(heading)}</h1>
${body}
</main>
</body>
</html>
`
