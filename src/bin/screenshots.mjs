import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildWeb } from './steps/build.mjs'
import { projectRoot } from './steps/home.mjs'
import { typescriptFile } from './steps/programs.mjs'

/** `npm run screenshots`: builds when sources changed, then takes the pictures. */
await buildWeb({
  root: projectRoot,
  logFile: join(projectRoot, 'build.log'),
  signal: new AbortController().signal,
})
const child = spawn(
  process.execPath,
  [
    ...typescriptFile({ root: projectRoot, file: 'src/testing/screenshots/take.ts' }),
    ...process.argv.slice(2),
  ],
  { cwd: projectRoot, stdio: 'inherit' },
)
child.once('exit', (code) => process.exit(code ?? 1))
