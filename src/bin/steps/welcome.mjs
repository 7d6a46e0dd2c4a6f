/**
 * What the operator reads when everything runs.
 * @param {{
 *   url: string,
 *   adminUrl: string,
 *   home: string,
 *   logins: import('./demo-logins.mjs').Login[],
 *   links: import('./demo-logins.mjs').Link[],
 *   elapsed: string,
 * }} options
 * @returns {string}
 */
export const welcome = ({ url, adminUrl, home, logins, links, elapsed }) => {
  // Without the demo there is no site until an admin makes one.
  const site = logins.length > 0 ? [{ label: 'Site', url }] : []
  const rows = [...site, { label: 'Admin', url: `${adminUrl}/admin` }, ...links]
  const width = Math.max(...rows.map(({ label }) => label.length))
  return [
    '',
    `Placewright runs (ready in ${elapsed}).`,
    '',
    ...rows.map((row) => `  ${row.label.padEnd(width)}  ${row.url}`),
    ...loginLines(logins),
    '',
    `Data and logs are in ${home}. Stop with Ctrl-C.`,
  ].join('\n')
}

/** @param {import('./demo-logins.mjs').Login[]} logins */
const loginLines = (logins) => {
  if (logins.length === 0) return []
  const roleWidth = Math.max(...logins.map(({ role }) => role.length))
  const emailWidth = Math.max(...logins.map(({ email }) => email.length))
  return [
    '',
    'Logins of the demo, generated for this installation:',
    ...logins.map(
      ({ role, email, password }) =>
        `  ${role.padEnd(roleWidth)}  ${email.padEnd(emailWidth)}  ${password}`,
    ),
  ]
}
