import { demandNode } from './steps/node-version.mjs'

demandNode()

// Imported after the check: what follows uses what an older Node does not have.
const { runBackup } = await import('./steps/operator-commands.mjs')
await runBackup(process.argv.slice(2))
