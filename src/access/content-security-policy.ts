/**
 * The policy of pages. Scripts run only with this answer's nonce; nothing may frame the pages or be
 * posted elsewhere. Styles stay open inline: the admin sets them on elements.
 *
 * @param payAt origins of the payment page: without JavaScript a form leads there, and browsers judge
 *   the redirect of a form by `form-action`
 */
export const contentSecurityPolicy = ({
  nonce,
  isDevelopment,
  payAt,
}: {
  nonce: string
  isDevelopment: boolean
  payAt: readonly string[]
}): string =>
  [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self' data:`,
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    `worker-src 'self' blob:`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action ${["'self'", ...payAt].join(' ')}`,
    `frame-ancestors 'self'`,
  ].join('; ')

/** The policy of answers that are data: a browser that is led to one shows it and runs nothing. */
export const dataSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"
