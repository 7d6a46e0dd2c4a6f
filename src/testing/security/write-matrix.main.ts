import { writeFileSync } from 'node:fs'
import path from 'node:path'

/** Writes the matrix of access anew; what changed shows in the diff. */
process.env.PLACEWRIGHT_BUILDING = '1'
const [{ default: config }, { computeMatrix, matrixAsJson, matrixAsMarkdown }] = await Promise.all([
  import('../../../payload.config'),
  import('./matrix'),
])
const matrix = await computeMatrix(await config)
const folder = path.resolve(import.meta.dirname, '..')
writeFileSync(path.join(folder, 'access-matrix.json'), matrixAsJson(matrix))
writeFileSync(path.join(folder, 'access-matrix.md'), matrixAsMarkdown(matrix))
console.log(`${Object.keys(matrix.collections).length} collections`)
process.exit(0)
