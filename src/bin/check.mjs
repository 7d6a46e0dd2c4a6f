import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Interrupted } from './steps/failure.mjs'
import { gates } from './steps/gates.mjs'
import { projectRoot } from './steps/home.mjs'
import { interruption } from './steps/interruption.mjs'
import { runGates } from './steps/run-gates.mjs'

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    except: { type: 'string', multiple: true, default: [] },
  },
})
const unknown = [...values.only, ...values.except].filter(
  (name) => !gates.some((gate) => gate.name === name),
)
if (unknown.length > 0) {
  console.error(`No such gate: ${unknown.join(', ')}. The gates are:`)
  for (const { name } of gates) console.error(`  ${name}`)
  process.exit(2)
}
if (!existsSync(join(projectRoot, 'node_modules'))) {
  console.error('The dependencies are missing. Run npm ci, npm start or npm test first.')
  process.exit(2)
}
const chosen = gates.filter(
  ({ name }) =>
    (values.only.length === 0 || values.only.includes(name)) && !values.except.includes(name),
)
try {
  const { failed } = await runGates({ root: projectRoot, gates: chosen, signal: interruption() })
  process.exit(failed > 0 ? 1 : 0)
} catch (error) {
  if (!(error instanceof Interrupted)) throw error
  process.exit(130)
}
