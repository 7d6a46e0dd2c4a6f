import { existsSync } from 'node:fs'
import path from 'node:path'
import { getPayload } from 'payload'

import { env } from '#env'
import { inOwnTransaction, publish, requestFor } from '#plugins/kernel'
import { installation } from '#plugins/kernel/domain'
import packageJson from '../../package.json' with { type: 'json' }
import config from '../../payload.config'
import { endProgram } from './archive/end-program'
import { counted, inBytes } from './archive/in-words'
import { rowsIn } from './archive/format'
import { uploadsOf } from './archive/uploads'
import { writeArchive } from './archive/write-archive'
import { StepFailure } from './steps/failure.mjs'

/** `npm run backup -- FILE`: everything that the installation holds at one moment, in one file. */
const backup = async (): Promise<{ lines: string[] }> => {
  const [given] = process.argv.slice(2)
  if (!given) throw new StepFailure('Name the file to write: npm run backup -- FILE')
  const file = path.resolve(given)
  if (existsSync(file))
    throw new StepFailure(`${file} is there already. Name another file, or move it away.`)
  const began = performance.now()
  const payload = await getPayload({ config, disableOnInit: true })
  const { header, manifest, bytes } = await writeArchive({
    databaseUrl: env.DATABASE_URL,
    uploads: uploadsOf(payload),
    file,
    version: packageJson.version,
    secret: env.PAYLOAD_SECRET,
  })
  const rows = rowsIn(manifest)
  const req = await requestFor({ payload, actor: { kind: 'system', id: 'backup' } })
  const facts = {
    file: path.basename(file),
    madeAt: header.madeAt,
    bytes,
    rows,
    files: manifest.files.length,
    missingFiles: manifest.missingFiles.length,
    seconds: Math.round((performance.now() - began) / 1000),
  }
  await inOwnTransaction({
    req,
    run: async () =>
      await publish({
        req,
        event: {
          name: 'backup.made',
          subject: installation,
          changes: Object.fromEntries(
            Object.entries(facts).map(([name, value]) => [name, [null, value]]),
          ),
        },
      }),
  })
  await payload.destroy()
  return {
    lines: [
      file,
      `${inBytes(bytes)}: ${counted({ count: rows, noun: 'row' })} in ${counted({
        count: manifest.tables.length,
        noun: 'table',
      })} and ${counted({ count: manifest.files.length, noun: 'file' })}, as of ${header.madeAt}`,
      ...manifest.missingFiles.map(
        ({ collection, name }) => `Not there, although a record names it: ${collection}/${name}`,
      ),
      'It holds personal data and passwords’ hashes: keep it where only you can read it.',
      'PAYLOAD_SECRET is not in it: keep settings.json or your .env beside it.',
    ],
  }
}

await endProgram(backup)
