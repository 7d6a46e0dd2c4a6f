import path from 'node:path'

import { migrations } from '../../migrations'
import { migrationDifferences } from './archive/differences'
import { endProgram } from './archive/end-program'
import { rowsIn } from './archive/format'
import { counted } from './archive/in-words'
import { otherSchema } from './archive/other-schema'
import { readArchive } from './archive/read-archive'
import { StepFailure } from './steps/failure.mjs'

/**
 * `npm run verify-backup -- FILE`: reads an archive to its end and tells whether it is whole and fits
 * this version. It needs no database.
 */
const verifyBackup = async (): Promise<{ lines: string[] }> => {
  const [given] = process.argv.slice(2)
  if (!given) throw new StepFailure('Name the archive: npm run verify-backup -- FILE')
  const { header, manifest } = await readArchive({
    file: path.resolve(process.env.INIT_CWD ?? process.cwd(), given),
  })
  const differences = migrationDifferences({
    archive: header.migrations,
    product: migrations.map(({ name }) => name),
  })
  if (differences.length > 0) throw otherSchema({ differences, version: header.version })
  return {
    lines: [
      `whole: ${counted({ count: rowsIn(manifest), noun: 'row' })} and ${counted({
        count: manifest.files.length,
        noun: 'file',
      })} as of ${header.madeAt}`,
    ],
  }
}

await endProgram(verifyBackup)
