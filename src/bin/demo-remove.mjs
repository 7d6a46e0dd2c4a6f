import { demandNode } from './steps/node-version.mjs'

demandNode()

// Imported after the check: what follows uses what an older Node does not have.
const { runDemoRemove } = await import('./steps/operator-commands.mjs')
await runDemoRemove(process.argv.slice(2))
