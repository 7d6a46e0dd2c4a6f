import { demandNode } from './steps/node-version.mjs'

demandNode()

// Imported after the check: what follows uses what an older Node does not have.
const { runRestore } = await import('./steps/operator-commands.mjs')
await runRestore(process.argv.slice(2))
