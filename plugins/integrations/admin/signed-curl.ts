/** A shell script that signs an example message and sends it, to be pasted and tried. */
export const signedCurl = ({ url, example }: { url: string; example: unknown }): string =>
  [
    `SECRET='whsec_…'   # as it was shown`,
    `URL='${url}'`,
    `BODY='${JSON.stringify(example).replaceAll("'", `'\\''`)}'`,
    `ID="msg_$(openssl rand -hex 12)"`,
    `TIME="$(date +%s)"`,
    `KEY="$(printf '%s' "\${SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \\n')"`,
    `SIGNATURE="$(printf '%s' "$ID.$TIME.$BODY" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | openssl base64 -A)"`,
    [
      `curl -X POST "$URL"`,
      `-H 'Content-Type: application/json'`,
      `-H "webhook-id: $ID"`,
      `-H "webhook-timestamp: $TIME"`,
      `-H "webhook-signature: v1,$SIGNATURE"`,
      `-d "$BODY"`,
    ].join(' \\\n  '),
  ].join('\n')
