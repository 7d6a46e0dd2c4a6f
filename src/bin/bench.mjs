import { demandNode } from './steps/node-version.mjs'

demandNode()

// Imported after the check: what follows uses what an older Node does not have.
const { runBench } = await import('./steps/bench-command.mjs')
await runBench(process.argv.slice(2))
