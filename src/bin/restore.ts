import path from 'node:path'
import { parseArgs } from 'node:util'
import { getPayload } from 'payload'

import { env } from '#env'
import { reapplyErasures } from '#plugins/crm'
import config from '../../payload.config'
import { endProgram } from './archive/end-program'
import { rowsIn, secretMarkOf } from './archive/format'
import { counted } from './archive/in-words'
import { restoreArchive } from './archive/restore-archive'
import { demandQuiet } from './archive/demand-quiet'
import { StepFailure } from './steps/failure.mjs'

/** `npm run restore -- FILE [--replace]`, after the archive was verified and the schema made. */
const restore = async (): Promise<{ lines: string[] }> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false } },
  })
  const [given] = positionals
  if (!given) throw new StepFailure('Name the archive: npm run restore -- FILE [--replace]')
  await demandQuiet({ databaseUrl: env.DATABASE_URL })
  const payload = await getPayload({ config, disableOnInit: true })
  const { header, manifest, steps, waitingJobs } = await restoreArchive({
    payload,
    dataDir: env.dataDir,
    file: path.resolve(given),
    replaces: values.replace,
  })
  const erasedAgain = await reapplyErasures({ payload, dataDir: env.dataDir })
  await payload.destroy()
  return {
    lines: [
      `As of ${header.madeAt}: ${counted({ count: rowsIn(manifest), noun: 'row' })} and ${counted({
        count: manifest.files.length,
        noun: 'file',
      })}, every table and file compared with the archive.`,
      ...steps,
      ...(erasedAgain > 0
        ? [
            `${counted({ count: erasedAgain, noun: 'erasure' })} later than this backup: applied again.`,
          ]
        : []),
      ...(waitingJobs > 0
        ? [
            `${counted({ count: waitingJobs, noun: 'job' })} waited when the backup was made, mails among them: the worker does them once it starts, though they may have been done since.`,
          ]
        : []),
      ...(header.secretMark === secretMarkOf(env.PAYLOAD_SECRET)
        ? []
        : [
            'This installation has another PAYLOAD_SECRET than the one backed up: everybody has to sign in again, and links in mails that were sent no longer open. Put the old one into the settings to keep them.',
          ]),
    ],
  }
}

await endProgram(restore)
