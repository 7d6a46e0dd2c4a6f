/** The oldest Node the product runs on; the same number as `engines` in package.json. */
export const minimumNode = '20.19.0'

/**
 * Decides whether this Node can run the product.
 * Written in syntax that old versions parse too, so that they get the message and not a SyntaxError.
 * @param {{ version: string, minimum?: string }} options versions as `20.19.0`, without a leading v
 * @returns {string | undefined} the refusal with its remedy, or nothing when the version will do
 */
export function refuseNode(options) {
  const minimum = options.minimum || minimumNode
  if (compareVersions({ left: options.version, right: minimum }) >= 0) return undefined
  return (
    'Placewright needs Node ' +
    minimum +
    ' or newer; this is Node ' +
    options.version +
    '.\nInstall a current version from https://nodejs.org and run the command again.'
  )
}

/** Ends the process with exit code 1 and a named reason when Node is too old. */
export function demandNode() {
  const refusal = refuseNode({ version: process.versions.node })
  if (!refusal) return
  process.stderr.write(refusal + '\n')
  process.exit(1)
}

/**
 * @param {{ left: string, right: string }} versions
 * @returns {number} below zero, zero or above zero as left is older, equal or newer
 */
function compareVersions(versions) {
  const left = versions.left.split('.').map(Number)
  const right = versions.right.split('.').map(Number)
  for (let index = 0; index < 3; index++) {
    const difference = (left[index] || 0) - (right[index] || 0)
    if (difference !== 0) return difference
  }
  return 0
}
