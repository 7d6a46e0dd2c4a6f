import { demandNode } from './steps/node-version.mjs'

demandNode()

// Imported after the check: what follows uses what an older Node does not have.
const { runVerifyAudit } = await import('./steps/operator-commands.mjs')
await runVerifyAudit(process.argv.slice(2))
