import { z } from 'zod'

import { customFieldsOf, defineJob, registryOf, sqlOf, type Sql } from '#plugins/kernel'
import type { CustomField, ImportDraft, ImportField, ImportKind } from '#plugins/kernel/domain'
import type { PayloadRequest } from 'payload'
import { matchFiles } from '../commands/match-files'
import { moveImport } from '../commands/move-import'
import { importFields, judgeImportRow, type JudgedRow } from '../domain/judge-import-row'
import { isChecking } from '../domain/import-workflow'
import { skillsByKey } from '../queries/skills-by-key'
import { canonicalSkills, foldSkill } from '../domain/skill-words'
import { alikeIds, knownIds, linkedIds } from '../queries/import-matches'
import { importHead, type ImportHead } from '../queries/import-head'
import { inBatches, type Step } from './in-batches'

const batchSize = 1_000

/** Judges each row of an import: what it would become, what is wrong, and whom it repeats. */
export const checkImportJob = defineJob({
  name: 'check-import',
  input: z.object({ importId: z.uuid() }),
  leaseSeconds: 300,
  retryLimit: 5,
  retryDelaySeconds: 5,
  run: async ({ input: { importId }, attempt }) => {
    const isAll = await inBatches({
      queue: 'check-import',
      importId,
      attempt,
      batch: async () =>
        await attempt.transaction(async ({ req }) => await checkBatch({ req, importId })),
    })
    if (!isAll) return
    await attempt.transaction(
      async ({ req, sql }) => {
        const head = await importHead({ req, importId, isLocked: true })
        if (!head || !isChecking(head.state)) return
        await markRepeated({ sql, importId })
        await matchFiles({ sql, importId })
        await moveImport({ req, importId, to: 'checked' })
      },
      { completing: true },
    )
  },
})

const checkBatch = async ({
  req,
  importId,
}: {
  req: PayloadRequest
  importId: string
}): Promise<Step> => {
  const sql = sqlOf(req)
  const head = await importHead({ req, importId, isLocked: true })
  const kind = head && registryOf(req.payload).imports.get(head.kind)
  if (!head || !kind || !isChecking(head.state)) return 'over'
  const rows = await sql.rows({
    schema: z.object({ no: z.number(), raw: z.array(z.string()).nullable() }),
    text: `select no, raw from import_rows where import_id = $1 and no > $2 order by no limit $3`,
    values: [importId, head.checkedUpTo, batchSize],
  })
  const last = rows.at(-1)
  if (!last) return 'all'
  const own = await customFieldsOf({ req, collection: kind.collection })
  const fields = new Map(importFields({ kind, own }).map((field) => [field.key, field]))
  const judged = await linked({
    sql,
    kind,
    judged: await named({ req, kind, judged: judgeRows({ rows, head, kind, fields, own }) }),
  })
  const known = await knownIds({ sql, kind, keys: judged.flatMap(({ keys }) => keys) })
  const open = judged.filter(
    ({ keys, problems }) => isFine(problems) && !keys.some((k) => known.has(k)),
  )
  const alike = await alikeIds({
    sql,
    kind,
    wanted: open.flatMap(({ no, draft }) => (draft.alike ? [{ no, ...draft.alike }] : [])),
  })
  await sql.run({
    text: `update import_rows r set verdict = g.verdict, draft = g.draft, problems = g.problems,
        keys = g.keys, external_id = g.external_id, match_id = g.match_id, match_by = g.match_by,
        match_no = null, decision = null
      from jsonb_to_recordset($2::jsonb) as g (no integer, verdict text, draft jsonb, problems jsonb,
        keys jsonb, external_id text, match_id uuid, match_by text)
      where r.import_id = $1 and r.no = g.no`,
    values: [
      importId,
      JSON.stringify(
        judged.map(({ no, draft, keys, problems }) => {
          const by = keys.find((key) => known.has(key))
          const likeness = alike.get(no)
          return {
            no,
            verdict: !isFine(problems) ? 'bad' : by ? 'duplicate' : likeness ? 'alike' : 'ok',
            draft: {
              row: draft.row,
              texts: draft.texts,
              links: draft.links,
              files: draft.files,
            },
            problems: isFine(problems) ? null : problems,
            keys: isFine(problems) && keys.length > 0 ? keys : null,
            external_id: draft.externalId,
            match_id: isFine(problems) ? (by ? known.get(by) : likeness) : null,
            match_by: !isFine(problems)
              ? null
              : by
                ? by.slice(0, by.indexOf(':'))
                : likeness
                  ? 'alike'
                  : null,
          }
        }),
      ),
    ],
  })
  await sql.run({
    text: 'update imports set checked_count = $2 where id = $1',
    values: [importId, last.no - 1],
  })
  return rows.length < batchSize ? 'all' : 'more'
}

type CheckedRow = JudgedRow & { no: number; keys: readonly string[] }

const isFine = (problems: Readonly<Record<string, string>>): boolean =>
  Object.keys(problems).length === 0

const judgeRows = ({
  rows,
  head,
  kind,
  fields,
  own,
}: {
  rows: readonly { no: number; raw: readonly string[] | null }[]
  head: ImportHead
  kind: ImportKind
  fields: ReadonlyMap<string, ImportField>
  own: readonly CustomField[]
}): CheckedRow[] =>
  rows.map(({ no, raw }) => {
    const judged = judgeImportRow({
      kind,
      fields,
      own,
      columns: head.columns,
      cells: raw ?? [],
      dayOrder: head.dayOrder,
    })
    return { no, ...judged, keys: judged.draft.keys }
  })

/** Words of skills as the agency's list calls them, as the form would write them. */
const named = async ({
  req,
  kind: { skillWords: path },
  judged,
}: {
  req: PayloadRequest
  kind: ImportKind
  judged: readonly CheckedRow[]
}): Promise<readonly CheckedRow[]> => {
  if (path === undefined) return judged
  const wordsOf = ({ draft }: CheckedRow): readonly string[] => draft.texts?.[path] ?? []
  const keys = new Set(judged.flatMap((row) => wordsOf(row).map(foldSkill)))
  if (keys.size === 0) return judged
  const known = await skillsByKey({ req, keys: [...keys] })
  return judged.map((row) => {
    const words = wordsOf(row)
    if (words.length === 0) return row
    const names = canonicalSkills({ words, nameOf: (key) => known.get(key)?.name })
    return { ...row, draft: { ...row.draft, texts: { ...row.draft.texts, [path]: names } } }
  })
}

/** Looks up where the rows point to; what has to be there and is not is a problem of the row. */
const linked = async ({
  sql,
  kind,
  judged,
}: {
  sql: Sql
  kind: ImportKind
  judged: readonly CheckedRow[]
}): Promise<CheckedRow[]> => {
  const ids = await linkedIds({ sql, kind, drafts: judged.map(({ draft }) => draft) })
  return judged.map((checked) => {
    const { problems, row } = follow({ draft: checked.draft, ids })
    return {
      ...checked,
      problems: { ...problems, ...checked.problems },
      keys: [...checked.keys, ...(kind.linkedKeys?.(row) ?? [])],
    }
  })
}

const follow = ({
  draft,
  ids,
}: {
  draft: ImportDraft
  ids: ReadonlyMap<string, string>
}): { row: Record<string, unknown>; problems: Record<string, string> } => {
  const row: Record<string, unknown> = { ...draft.row }
  const problems: Record<string, string> = {}
  for (const { column, key, field, missing } of draft.links) {
    const id = ids.get(key)
    if (id) row[column] = id
    else if (missing) problems[field] = missing
  }
  return { row, problems }
}

/** Rows that repeat an earlier row of the file, once all are judged. */
const markRepeated = async ({ sql, importId }: { sql: Sql; importId: string }): Promise<void> => {
  await sql.run({
    text: `with named as materialized (
        select r.no, k.value as key, r.verdict, r.match_id from import_rows r
          cross join lateral jsonb_array_elements_text(r.keys) k
        where r.import_id = $1 and r.keys is not null
      ),
      firsts as (select key, min(no) as no from named group by key having count(*) > 1),
      repeated as (
        select named.no, min(firsts.no) as first, min(split_part(firsts.key, ':', 1)) as by
        from named join firsts on firsts.key = named.key and firsts.no < named.no
        group by named.no
      )
      update import_rows r set verdict = 'duplicate', match_no = repeated.first,
        match_by = repeated.by, match_id = null
      from repeated
      where r.import_id = $1 and r.no = repeated.no and r.verdict <> 'duplicate'`,
    values: [importId],
  })
}
