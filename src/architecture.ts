/**
 * Who may use whom, in one table: the rules of the dependency check, the doors in package.json,
 * the order in which plugins are composed and the map in the README are all read from here.
 *
 * An arrow means: may import that plugin's doors `#plugins/<name>` and `#plugins/<name>/domain`.
 */
const base = ['kernel', 'agency', 'work'] as const

export const mayUse = {
  kernel: [],
  agency: ['kernel'],
  work: ['kernel', 'agency'],
  crm: [...base],
  contracts: [...base, 'crm'],
  assessment: [...base, 'crm'],
  payments: [...base, 'crm'],
  learning: [...base, 'crm', 'assessment'],
  pipeline: [...base, 'crm', 'contracts', 'assessment'],
  letters: [...base, 'crm', 'pipeline'],
  integrations: [...base, 'crm', 'pipeline'],
  placements: [...base, 'crm', 'contracts', 'pipeline'],
  timekeeping: [...base, 'crm', 'contracts', 'pipeline', 'placements'],
  checkout: [...base, 'crm', 'learning', 'payments'],
  billing: [
    ...base,
    'crm',
    'contracts',
    'pipeline',
    'placements',
    'timekeeping',
    'payments',
    'checkout',
  ],
  site: [...base, 'crm', 'pipeline', 'learning', 'checkout'],
  notifications: [
    ...base,
    'crm',
    'contracts',
    'assessment',
    'payments',
    'learning',
    'pipeline',
    'letters',
    'placements',
    'timekeeping',
    'checkout',
    'billing',
    'site',
  ],
  reporting: [
    ...base,
    'crm',
    'contracts',
    'assessment',
    'payments',
    'learning',
    'pipeline',
    'letters',
    'placements',
    'timekeeping',
    'checkout',
    'billing',
    'site',
  ],
} as const

export type PluginName = keyof typeof mayUse

/** Every plugin after all that it uses: the order in which `payload.config.ts` composes them. */
export const pluginOrder: readonly PluginName[] = Object.keys(mayUse).filter(isPluginName)

/** The plugins whose doors this one may enter, itself not included. */
export const usableBy = (plugin: PluginName): readonly PluginName[] => mayUse[plugin]

export function isPluginName(name: string): name is PluginName {
  return Object.hasOwn(mayUse, name)
}

/**
 * A folder that other plugins build on and that is too heavy for the server door: it has a door of
 * its own, which only the same folder of another plugin enters. `server` is a second one, for what
 * must not reach a browser.
 */
export const sideDoors: readonly {
  plugin: PluginName
  folder: string
  entries: readonly ('index' | 'server')[]
}[] = [
  { plugin: 'kernel', folder: 'pdf', entries: ['index'] },
  { plugin: 'kernel', folder: 'admin', entries: ['index', 'server'] },
  { plugin: 'agency', folder: 'admin', entries: ['index'] },
]

/** What a theme may import of the plugins: their client-safe doors only. */
export const themesMayUse: readonly PluginName[] = ['kernel', 'site']

/** Packages that the pure `domain/` of a plugin may import. */
export const domainPackages: readonly string[] = [
  'zod',
  'dinero.js',
  'temporal-polyfill',
  'libphonenumber-js',
]

/** What pages draw with besides a theme's own parts. */
export const themeDoors: readonly string[] = ['base', 'contract', 'portal']

/** The files that may stand at the top of a plugin's folder, beside its integration tests. */
export const pluginFiles: readonly string[] = ['README.md', 'index.ts', 'plugin.ts', 'options.ts']

/** The folders that a plugin may have. */
export const pluginFolders: readonly string[] = [
  'access',
  'domain',
  'collections',
  'hooks',
  'commands',
  'queries',
  'reactions',
  'endpoints',
  'jobs',
  'adapters',
  'sections',
  'admin',
  'pdf',
  'text',
  'database',
]

/** The kernel holds the mechanisms that the other plugins only use, each in a folder of its own. */
export const kernelFolders: readonly string[] = [
  'events',
  'fields',
  'files',
  'limits',
  'links',
  'logs',
  'metrics',
  'privacy',
  'registry',
]

/**
 * The `imports` of package.json: two doors per plugin that exists, side doors, themes, settings.
 * A door is listed by name, never by a wildcard, which would let deep paths through.
 *
 * @param exists answers for a folder given relative to the root of the project
 */
export const importsMap = ({
  exists,
}: {
  exists: (folder: string) => boolean
}): Record<string, string> => {
  const doors: Record<string, string> = {}
  for (const name of pluginOrder) {
    if (exists(`plugins/${name}`)) doors[`#plugins/${name}`] = `./plugins/${name}/index.ts`
    if (exists(`plugins/${name}/domain`))
      doors[`#plugins/${name}/domain`] = `./plugins/${name}/domain/index.ts`
    for (const { plugin, folder, entries } of sideDoors)
      if (plugin === name && exists(`plugins/${name}/${folder}`))
        for (const entry of entries)
          doors[`#plugins/${name}/${folder}${entry === 'index' ? '' : `/${entry}`}`] =
            `./plugins/${name}/${folder}/${entry}.ts`
    // Rendering PDFs is heavy: only jobs come through this door.
    if (exists(`plugins/${name}/pdf/index.ts`))
      doors[`#plugins/${name}/pdf`] = `./plugins/${name}/pdf/index.ts`
  }
  doors['#themes'] = './themes/index.ts'
  for (const door of themeDoors)
    if (exists(`themes/${door}`)) doors[`#themes/${door}`] = `./themes/${door}/index.ts`
  doors['#env'] = './src/env.ts'
  return doors
}
