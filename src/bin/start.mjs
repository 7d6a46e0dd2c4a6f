import { demandNode } from './steps/node-version.mjs'

demandNode()

// Imported after the check: what follows uses what an older Node does not have.
const { runStart } = await import('./steps/start-command.mjs')
await runStart(process.argv.slice(2))
