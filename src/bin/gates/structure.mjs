// @ts-check
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import ts from 'typescript'
import { loadArchitecture } from './load-architecture.mjs'
import { conclude, entriesOf, filesBelow } from './problems.mjs'

/** @typedef {import('./problems.mjs').Problem} Problem */

/**
 * The closed vocabulary of a plugin's folder and how its files are named, so that whoever knows one
 * plugin finds his way in all of them. The current directory is the project.
 */
const root = process.cwd()
const { isPluginName, kernelFolders, pluginFiles, pluginFolders } = await loadArchitecture()

/** @param {string} name */
const foldersOf = (name) =>
  name === 'kernel' ? [...pluginFolders, ...kernelFolders] : pluginFolders

/** @returns {Problem[]} */
const judgePlugins = () =>
  entriesOf(join(root, 'plugins')).flatMap((entry) =>
    entry.isDirectory()
      ? [...judgeName(entry.name), ...judgeTopLevel(entry.name)]
      : [
          {
            file: `plugins/${entry.name}`,
            rule: 'plugin-folder',
            message: 'plugins/ holds one folder per plugin and nothing else',
          },
        ],
  )

/**
 * @param {string} name
 * @returns {Problem[]}
 */
const judgeName = (name) =>
  isPluginName(name)
    ? []
    : [
        {
          file: `plugins/${name}`,
          rule: 'known-plugin',
          message: 'this plugin stands nowhere in mayUse of src/architecture.ts',
        },
      ]

/**
 * @param {string} name
 * @returns {Problem[]}
 */
const judgeTopLevel = (name) => {
  const entries = entriesOf(join(root, 'plugins', name))
  const names = new Set(entries.map((entry) => entry.name))
  const missing = ['README.md', 'index.ts'].filter((file) => !names.has(file))
  const allowed = foldersOf(name)
  const strangers = entries.filter((entry) =>
    entry.isDirectory()
      ? !allowed.includes(entry.name)
      : !pluginFiles.includes(entry.name) && !/\.int\.test\.tsx?$/.test(entry.name),
  )
  const needsDoor =
    names.has('domain') &&
    !entriesOf(join(root, 'plugins', name, 'domain')).some((entry) => entry.name === 'index.ts')
  return [
    ...missing.map((file) => ({
      file: `plugins/${name}/${file}`,
      rule: 'plugin-has',
      message: 'every plugin has a README.md and an index.ts',
    })),
    ...strangers.map((entry) => ({
      file: `plugins/${name}/${entry.name}`,
      rule: 'plugin-vocabulary',
      message: entry.isDirectory()
        ? `not one of ${allowed.join(', ')}`
        : `at the top of a plugin stand ${pluginFiles.join(', ')} and integration tests only`,
    })),
    ...(needsDoor
      ? [
          {
            file: `plugins/${name}/domain/index.ts`,
            rule: 'domain-door',
            message: 'a plugin with a domain/ opens it by an index.ts',
          },
        ]
      : []),
  ]
}

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/
const pascal = /^[A-Z][A-Za-z0-9]*$/
/** Names that Next, the README convention or a tool of the house prescribes. */
const prescribed = /^(README|LICENSE)$|^\[.*\]$|^\(.*\)$|^importMap$/

/**
 * @param {string} file
 * @returns {Problem[]}
 */
const judgeFileName = (file) => {
  const stem = basename(file).split('.')[0] ?? ''
  if (stem === '' || prescribed.test(stem) || kebab.test(stem)) return []
  if (pascal.test(stem) && file.endsWith('.tsx')) return []
  return [
    {
      file,
      rule: 'file-name',
      message: 'files are named in kebab-case, React components in PascalCase.tsx',
    },
  ]
}

/**
 * @param {string} file
 * @returns {Problem[]}
 */
const judgeRole = (file) => {
  const [, plugin, folder, ...rest] = file.split('/')
  if (plugin === undefined || rest.length !== 1 || !file.endsWith('.ts') || isTest(file)) return []
  const name = basename(file, '.ts')
  if (folder === 'hooks') return judgeHook({ file, name })
  if (folder === 'commands' && plugin !== 'kernel') return judgeCommand({ file, name })
  if (folder === 'collections') return judgeCollection(file)
  return []
}

/** @param {string} file */
const isTest = (file) => /\.test\.tsx?$/.test(file)

/**
 * @param {{ file: string, name: string }} hook
 * @returns {Problem[]}
 */
const judgeHook = ({ file, name }) =>
  /^(guard|derive|announce)-/.test(name)
    ? []
    : [
        {
          file,
          rule: 'three-hooks',
          message: 'a hook guards, derives or announces: guard-*.ts, derive-*.ts, announce-*.ts',
        },
      ]

/**
 * @param {{ file: string, name: string }} command
 * @returns {Problem[]}
 */
const judgeCommand = ({ file, name }) => {
  const expected = name.replaceAll(/-([a-z0-9])/g, (_, letter) => String(letter).toUpperCase())
  if (!/^[a-z]+(-[a-z0-9]+)+$/.test(name))
    return [{ file, rule: 'command-name', message: 'a command is named <verb>-<noun>.ts' }]
  return exportedNames(file).includes(expected)
    ? []
    : [{ file, rule: 'command-export', message: `this command exports ${expected}` }]
}

/**
 * @param {string} file
 * @returns {Problem[]}
 */
const judgeCollection = (file) => {
  const configs = sourceOf(file)
    .statements.filter(ts.isVariableStatement)
    .filter(isExported)
    .flatMap((statement) => [...statement.declarationList.declarations])
    .filter((declaration) => /\b(CollectionConfig|GlobalConfig)\b/.test(typeTextOf(declaration)))
  return configs.length <= 1
    ? []
    : [
        {
          file,
          rule: 'one-collection',
          message: `holds ${configs.length} collections: one per file`,
        },
      ]
}

/** @param {ts.VariableDeclaration} declaration */
const typeTextOf = ({ type, initializer }) =>
  [type, initializer && ts.isSatisfiesExpression(initializer) ? initializer.type : undefined]
    .map((node) => node?.getText() ?? '')
    .join(' ')

/** @param {ts.Statement} statement */
const isExported = (statement) =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

/**
 * @param {string} file
 * @returns {string[]}
 */
const exportedNames = (file) =>
  sourceOf(file)
    .statements.filter(isExported)
    .flatMap((statement) => {
      if (ts.isFunctionDeclaration(statement)) return statement.name ? [statement.name.text] : []
      if (!ts.isVariableStatement(statement)) return []
      return statement.declarationList.declarations.map(({ name }) => name.getText())
    })

/** @param {string} file */
const sourceOf = (file) =>
  ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true)

const files = filesBelow({ root, folders: ['plugins', 'themes', 'src'] })
conclude({
  gate: 'structure',
  problems: [
    ...judgePlugins(),
    ...files.flatMap(judgeFileName),
    ...files.filter((file) => file.startsWith('plugins/')).flatMap(judgeRole),
  ],
  looked: files.filter((file) => file.startsWith('plugins/')).length,
  unit: 'files of plugins',
})
