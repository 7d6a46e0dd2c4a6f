/** How a program calls an operation, to be pasted into a shell. */
export const curlOf = ({
  method,
  url,
  text,
}: {
  method: 'GET' | 'POST'
  url: string
  /** The body, or the query. */
  text: string
}): string =>
  method === 'GET'
    ? [`curl ${quoted(text ? `${url}?${text}` : url)}`, key].join(continued)
    : [
        `curl -X POST ${quoted(url)}`,
        key,
        `-H 'Content-Type: application/json'`,
        `-H 'Idempotency-Key: '"$(uuidgen)"`,
        `-d ${quoted(text)}`,
      ].join(continued)

const key = `-H "Authorization: ApiKey $PLACEWRIGHT_KEY"`

const continued = ' \\\n  '

/** Within single quotes a shell reads everything as it stands, but a single quote. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
