const sources = ['src', 'plugins', 'themes', 'payload.config.ts']

/**
 * The gates that every commit passes, in the order of running: the quick ones first.
 * @type {readonly import('./run-gates.mjs').Gate[]}
 */
export const gates = [
  { name: 'format', tool: '@biomejs/biome/bin/biome', args: ['format', '.'] },
  { name: 'versions', script: 'src/bin/gates/versions.mjs' },
  { name: 'structure', script: 'src/bin/gates/structure.mjs' },
  { name: 'houserules', script: 'src/bin/gates/houserules.mjs' },
  { name: 'architecture', script: 'src/bin/gates/architecture.mjs' },
  { name: 'types', tool: 'typescript/bin/tsc', args: ['--noEmit'] },
  {
    name: 'lint',
    tool: 'oxlint/bin/oxlint',
    // Without explicit paths it would read node_modules.
    args: ['--type-aware', '--deny-warnings', ...sources],
  },
  { name: 'dead code', tool: 'knip/bin/knip.js' },
  { name: 'generated', script: 'src/bin/generate.mjs', args: ['--check'] },
  {
    name: 'unit tests',
    tool: 'vitest/vitest.mjs',
    args: ['run', '--project', 'unit'],
    isAlone: true,
  },
]
