/** The one collection whose files are public: pictures of the agency's sites. */
const publicFiles = new Set(['media'])

type ModifyHeaders = (args: { headers: Headers }) => Headers | void

/**
 * Headers of every stored file: no browser guesses its type or runs what is in it. A private file is
 * saved rather than shown, and kept by nobody on the way.
 */
export const withFileHeaders =
  ({ slug, modify }: { slug: string; modify: ModifyHeaders | undefined }): ModifyHeaders =>
  ({ headers: given }) => {
    const headers = modify?.({ headers: given }) ?? given
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
    if (publicFiles.has(slug)) return headers
    headers.set('Content-Disposition', 'attachment')
    headers.set('Cache-Control', 'private, no-store')
    headers.set('Cross-Origin-Resource-Policy', 'same-origin')
    return headers
  }
