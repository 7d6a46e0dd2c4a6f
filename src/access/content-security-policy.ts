/**
 * Scripts run only with this answer's nonce; nothing may frame the pages or be posted elsewhere.
 * Styles stay open inline: the admin sets them on elements.
 */
export const contentSecurityPolicy = ({
  nonce,
  isDevelopment,
}: {
  nonce: string
  isDevelopment: boolean
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
    `form-action 'self'`,
    `frame-ancestors 'self'`,
  ].join('; ')
