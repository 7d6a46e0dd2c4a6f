import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { productFiles, textOf } from './source'

const root = process.cwd()

describe('a text that people wrote', () => {
  /** What puts a text into a page as HTML; the one place that does writes JSON for search engines. */
  const raw =
    /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|srcdoc/i
  const known = ['src/app/(site)/s/[host]/jobs/[slug]/page.tsx']

  it('is put into no page as HTML: there is no field, block or template of that kind', () => {
    const found = productFiles({ ends: /\.tsx?$/ }).filter((file) => raw.test(textOf(file)))
    expect(found).toEqual(known)
    expect(textOf(known[0] ?? '')).toContain('__html: asScript(')
    const htmlFields = productFiles({ ends: /collections\/.*\.ts$|blocks\/.*\.ts$/ }).filter(
      (file) => /type: 'code'|HTMLConverter|convertLexicalToHTML/.test(textOf(file)),
    )
    expect(htmlFields).toEqual([])
  })
})

describe('a secret', () => {
  const shapes = [
    /-----BEGIN (?:RSA |EC |OPENSSH )?PRIVATE KEY-----/,
    /\bsk_live_[0-9a-zA-Z]{10,}/,
    /\brk_live_[0-9a-zA-Z]{10,}/,
    /\bAKIA[0-9A-Z]{16}\b/,
    /\bgh[pousr]_[0-9A-Za-z]{36,}/,
    /\bxox[abprs]-[0-9A-Za-z-]{10,}/,
    /\bAIza[0-9A-Za-z_-]{35}\b/,
    /\bnpm_[0-9A-Za-z]{36}\b/,
  ]
  const isText = (file: string): boolean =>
    /\.(tsx?|mjs|cjs|js|json|md|ya?ml|css|html|sh|env|txt)$|(^|\/)(Dockerfile|\.[a-z]+rc|\.env.*)$/.test(
      file,
    )

  it('stands in no file of the product', () => {
    const files = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
      .split('\0')
      .filter((file) => file !== '' && isText(file) && existsSync(path.join(root, file)))
    expect(files.length).toBeGreaterThan(500)
    const found = files.filter((file) => shapes.some((shape) => shape.test(textOf(file))))
    expect(found).toEqual([])
  })

  it('reaches no browser: nothing that runs there leads to the settings of the server', () => {
    const imports = z
      .object({ imports: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))).imports
    const begins = productFiles({ ends: /\.tsx?$/ }).filter((file) =>
      /^['"]use client['"]/.test(textOf(file)),
    )
    expect(begins.length).toBeGreaterThan(50)
    const seen = new Map<string, string | null>(begins.map((file) => [file, null]))
    const waiting = [...begins]
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop())
      for (const next of importsOf({ file, imports }))
        if (!seen.has(next)) {
          seen.set(next, file)
          waiting.push(next)
        }
    const trailTo = (end: string): string[] => {
      const trail: string[] = []
      for (let file: string | null = end; file; file = seen.get(file) ?? null) trail.unshift(file)
      return trail
    }
    const leaks = [...seen.keys()].filter(
      (file) => file === 'src/env.ts' || /process\.env\.(?!NODE_ENV)/.test(textOf(file)),
    )
    expect(leaks.map(trailTo)).toEqual([])
  })
})

/** The files of the product that a file loads; types alone load nothing. */
const importsOf = ({
  file,
  imports,
}: {
  file: string
  imports: Readonly<Record<string, string>>
}): string[] => {
  const tree = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest)
  const found: string[] = []
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue
    const { moduleSpecifier } = statement
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) continue
    if (isOfTypes(statement)) continue
    const resolved = resolve({ from: file, name: moduleSpecifier.text, imports })
    if (resolved) found.push(resolved)
  }
  return found
}

const isOfTypes = (statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean => {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly
  const clause = statement.importClause
  if (!clause) return false
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const named = clause.namedBindings
  return (
    !clause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  )
}

const resolve = ({
  from,
  name,
  imports,
}: {
  from: string
  name: string
  imports: Readonly<Record<string, string>>
}): string | null => {
  const target = name.startsWith('#') ? imports[name] : name
  if (!target?.startsWith('.')) return null
  const base = path.normalize(name.startsWith('#') ? target : path.join(path.dirname(from), target))
  for (const candidate of [
    base,
    `${base}.ts`,
    `${base}.tsx`,
    `${base}/index.ts`,
    `${base}/index.tsx`,
  ]) {
    const file = path.join(root, candidate)
    if (/\.tsx?$/.test(candidate) && existsSync(file) && statSync(file).isFile()) return candidate
  }
  return null
}

describe('equal opportunity', () => {
  it('is asked about in a table of its own, which stands apart, and nowhere else', () => {
    const folder = path.join(root, 'migrations')
    const newest = readdirSync(folder)
      .sort()
      .findLast((name) => name.endsWith('.json'))
    const { tables } = z
      .object({
        tables: z.record(z.string(), z.object({ columns: z.record(z.string(), z.unknown()) })),
      })
      .parse(JSON.parse(readFileSync(path.join(folder, newest ?? ''), 'utf8')))
    const columns = Object.entries(tables).flatMap(([table, one]) =>
      Object.keys(one.columns).map((column) => `${table}.${column}`),
    )
    expect(columns.length).toBeGreaterThan(500)
    const asked =
      /gender|sex|ethnic|[._]race|disabilit|veteran|religio|birth|marital|nationalit|pregnan|orientation|[._]age($|_)|eeo/
    const answers = columns.filter((column) => asked.test(column))
    expect(answers.length).toBeGreaterThan(0)
    expect(
      answers.filter(
        (column) => !/^public\.(candidate_eeo|payload_locked_documents_rels)\./.test(column),
      ),
    ).toEqual([])
  })
})
