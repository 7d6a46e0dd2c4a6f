import { demandNode } from './steps/node-version.mjs'

demandNode()

// Imported after the check: what follows uses what an older Node does not have.
const { runTests } = await import('./steps/test-command.mjs')
await runTests()
