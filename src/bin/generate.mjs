// @ts-check
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { packageWithImports } from './gates/generated/package-imports.mjs'
import { typescriptFile } from './steps/programs.mjs'

/**
 * `npm run generate`: writes every generated file: the doors in package.json first, since nothing
 * can be imported without them, then in one process all that is read from the composed config.
 * `--check` writes nothing and fails when a file is not what would be generated; the current
 * directory is the project.
 */
const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    imports: { type: 'boolean', default: false },
  },
})
const root = process.cwd()

const { path, content } = await packageWithImports({ root })
if (readFileSync(join(root, path), 'utf8') !== content) {
  if (values.check) {
    console.error(
      `${path} generated: its "imports" differ from src/architecture.ts; run npm run generate`,
    )
    process.exitCode = 1
  } else {
    writeFileSync(join(root, path), content)
    console.log(`wrote ${path}`)
  }
}

// Node reads package.json once per process, so what follows the doors needs a process of its own.
if (!values.imports && process.exitCode === undefined) {
  const describe = typescriptFile({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    file: 'src/bin/describe.ts',
  })
  const { status, error } = spawnSync(
    process.execPath,
    [...describe, '--all', ...(values.check ? ['--check'] : [])],
    { cwd: root, stdio: 'inherit', env: { ...process.env, PLACEWRIGHT_BUILDING: '1' } },
  )
  if (error) throw error
  process.exitCode = status ?? 1
}
