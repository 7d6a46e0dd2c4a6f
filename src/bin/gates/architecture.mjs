// @ts-check
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { dependencyRules } from './dependency-rules.mjs'
import { conclude } from './problems.mjs'

/**
 * Who imports whom, judged by the rules that dependency-rules.mjs derives from
 * src/architecture.ts. The current directory is the project.
 */
const root = process.cwd()
const roots = ['plugins', 'themes', 'src', 'payload.config.ts', 'next.config.ts'].filter((path) =>
  existsSync(join(root, path)),
)
const { output } = await cruise(roots, dependencyRules, undefined, {
  tsConfig: extractTsConfig(join(root, 'tsconfig.json')),
})
if (typeof output === 'string') throw new Error('dependency-cruiser answered in an unknown form')

const comments = new Map(
  (output.summary.ruleSetUsed?.forbidden ?? []).map(({ name, comment }) => [name, comment]),
)
conclude({
  gate: 'architecture',
  problems: output.summary.violations.map(({ from, to, cycle, rule }) => ({
    file: from,
    rule: rule.name,
    message: `imports ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}; ${comments.get(rule.name) ?? ''}`,
  })),
  looked: output.modules.filter(({ source }) => /^(plugins|themes|src)\//.test(source)).length,
  unit: 'modules',
})
