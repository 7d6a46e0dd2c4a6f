import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { poolOf, sqlOf, type RestoreStep } from '#plugins/kernel'
import { createDatabase, dropDatabase, testEnv } from '../testing/database'
import { startPayload, type TestApp } from '../testing/harness'
import { until } from '../testing/kernel/children'
import { startS3Peer, type S3Peer } from '../testing/peers/s3-peer'
import { pdf } from '../testing/security/files'
import { demandQuiet } from './archive/demand-quiet'
import { bucketFiller } from './archive/fill-bucket'
import type { ArchiveManifest } from './archive/format'
import { readArchive } from './archive/read-archive'
import { restoreArchive } from './archive/restore-archive'
import { uploadsOf } from './archive/uploads'
import { writeArchive } from './archive/write-archive'
import {
  closeRestoreJournal,
  demandFinishedRestore,
  restoreJournalOf,
} from './steps/restore-journal.mjs'

const secret = 'a secret of thirty-two characters and more for tests'

let app: TestApp
let folder: string
let dataDir: string
/** The archive that was written while others wrote, and what it says it holds. */
let underLoad: { file: string; manifest: ArchiveManifest }
let acknowledgedBefore: number
let acknowledgedAfter: number

const backUp = async (name: string) => {
  const file = path.join(folder, name)
  const { manifest } = await writeArchive({
    databaseUrl: app.databaseUrl,
    uploads: uploadsOf(app.payload),
    file,
    version: '0.0.0-test',
    secret,
  })
  return { file, manifest }
}

/** What the restored database hands over to a step of a plugin, and what the step then did. */
const stepsRun: unknown[] = []
const keepsNewest: RestoreStep = {
  name: 'newest candidate',
  carry: async ({ req }) =>
    await sqlOf(req).run({ text: `select from candidates where source = 'after'` }),
  run: async ({ req, carried, madeAt }) => {
    stepsRun.push({ carried, madeAt })
    await sqlOf(req).run({
      text: `insert into counters (name, value) values ('step', 1)
      on conflict do nothing`,
    })
    return 'done'
  },
}

beforeAll(async () => {
  app = await startPayload()
  const known: unknown = app.payload.config.custom.placewright
  if (!Array.isArray(known)) throw new Error('The config has no contributions.')
  app.payload.config.custom.placewright = [
    ...known,
    { plugin: 'kernel', afterRestore: [keepsNewest] },
  ]
  folder = mkdtempSync(path.join(tmpdir(), 'placewright-backup-'))
  dataDir = process.env.DATA_DIR ?? ''
  // Enough that rows come in several pieces, and some from months that no new database opens.
  await sql(`insert into domain_events (name, subject_type, subject_id, actor_kind, reason, at)
    select 'note.written', 'note', n::text, 'system', repeat('Zoë\t\\ "quoted" 漢字 ', 40),
      now() - n * interval '10 minutes'
    from generate_series(1, 12000) n`)
  await sql(`insert into domain_events (name, subject_type, subject_id, actor_kind, at)
    select 'note.written', 'note', n::text, 'system', '2020-02-29' from generate_series(1, 10) n`)
  await sql(`insert into event_seals (event_ids, row_hashes, previous_hash, hash)
    values ('{}', '{}', '', 'first'), ('{}', '{}', 'first', 'second')`)
}, 120_000)

afterAll(async () => {
  await app.stop()
  rmSync(folder, { recursive: true, force: true })
})

const sql = async (text: string, values: unknown[] = []) =>
  (await poolOf(app.payload).query<Record<string, unknown>>(text, values)).rows

const counted = async (text: string): Promise<number> =>
  Number((await sql(`select count(*) as n from ${text}`))[0]?.n)

const createCandidate = async ({ name, source }: { name: string; source: string }) =>
  await app.payload.create({
    collection: 'candidates',
    data: {
      state: 'new',
      firstName: name,
      lastName: 'Load',
      email: `${name}@people.test`,
      source,
      currency: 'GBP',
      zone: 'Europe/London',
      locale: 'en-GB',
    },
    req: await app.systemRequest(),
    overrideAccess: true,
  })

const createDocument = async (name: string) => {
  const data = Buffer.from(
    pdf(`% ${randomBytes(20).toString('hex')}
`),
  )
  return await app.payload.create({
    collection: 'documents',
    data: { title: name, kind: 'cv', textState: 'none', scanStatus: 'not-scanned' },
    file: { data, name: `${name}.pdf`, mimetype: 'application/pdf', size: data.length },
    req: await app.systemRequest(),
    overrideAccess: true,
  })
}

const filesOf = (collection: string): Record<string, string> => {
  const at = path.join(dataDir, collection)
  return Object.fromEntries(
    (existsSync(at) ? readdirSync(at) : [])
      .sort()
      .map((name) => [name, readFileSync(path.join(at, name), 'hex')]),
  )
}

/** Everything about the schema that a restore takes apart and puts together again. */
const schemaOf = async (client: { query: (text: string) => Promise<{ rows: unknown[] }> }) =>
  (
    await client.query(`
      select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid)
          || ' ' || convalidated as thing
        from pg_constraint where connamespace::regnamespace::text in ('public', 'pgboss')
      union all select pg_get_triggerdef(oid) || ' ' || tgenabled::text from pg_trigger where not tgisinternal
      union all select pg_get_indexdef(indexrelid) from pg_index
        where indrelid::regclass::text not like 'pg_%'
      order by 1`)
  ).rows

describe('a backup that is written while others work', () => {
  it('holds one moment: what was begun is in it whole or not at all', async () => {
    const stop = new AbortController()
    let acknowledged = 0
    const writer = async (name: string) => {
      for (let number = 0; !stop.signal.aborted; number += 1) {
        await createCandidate({ name: `${name}.${number}`, source: 'load' })
        if (number % 4 === 0) await createDocument(`${name}-${number}`)
        acknowledged += 1
      }
    }
    const writers = Promise.all(['ada', 'ben', 'cyd'].map(writer))
    await until({ what: 'ten are written', is: () => acknowledged >= 10, everyMs: 5 })
    acknowledgedBefore = acknowledged
    underLoad = await backUp('load.tar.gz')
    await until({
      what: 'ten more are written',
      is: () => acknowledged >= acknowledgedBefore + 10,
      everyMs: 5,
    })
    acknowledgedAfter = acknowledged
    stop.abort()
    await writers
    expect(underLoad.manifest.missingFiles).toEqual([])
    expect(statSync(underLoad.file).mode & 0o777).toBe(0o600)
    expect(existsSync(`${underLoad.file}.partial`)).toBe(false)
    expect((await readArchive({ file: underLoad.file })).manifest).toEqual(underLoad.manifest)
  })

  it('is put back with equal rows and files, all references whole and every guard in place', async () => {
    await createCandidate({ name: 'afterwards', source: 'after' })
    const lost = underLoad.manifest.files[0]?.name
    if (!lost) throw new Error('No document is in the backup.')
    rmSync(path.join(dataDir, 'documents', lost))
    await createDocument('late')
    const client = poolOf(app.payload)
    await sql('drop table domain_events_2026_12')
    const before = await schemaOf(client)

    const { steps } = await restoreArchive({
      payload: app.payload,
      dataDir,
      file: underLoad.file,
      replaces: true,
    })

    // Opened again from the archive, with its guard against TRUNCATE.
    const again = await schemaOf(client)
    const opened = again.filter((one) => JSON.stringify(one).includes('domain_events_2026_12'))
    expect(JSON.stringify(opened)).toContain('domain_events_2026_12_no_truncate')
    expect(again.filter((one) => !opened.includes(one))).toEqual(before)
    await expect(sql('truncate domain_events_2026_12')).rejects.toThrow('append-only')
    await expect(sql(`update domain_events set reason = 'x'`)).rejects.toThrow('append-only')

    const restored = await counted(`candidates where source = 'load'`)
    expect(restored).toBeGreaterThanOrEqual(acknowledgedBefore)
    expect(restored).toBeLessThan(acknowledgedAfter)
    expect(await counted(`candidates where source = 'after'`)).toBe(0)
    expect(
      await counted(`domain_events where name = 'candidate.created'
        and subject_id in (select id::text from candidates)`),
    ).toBe(restored)
    expect(
      await counted(`domain_event_personal p join domain_events e on e.id = p.event_id
        where e.name = 'candidate.created'`),
    ).toBe(restored)
    const named = (await sql('select filename from documents')).map(({ filename }) => filename)
    expect(Object.keys(filesOf('documents')).sort()).toEqual(named.sort())
    expect(named).toContain(lost)

    // A second backup sums every row and file once more.
    const second = await backUp('second.tar.gz')
    const changed = ['public.domain_events', 'public.counters']
    const others = ({ tables }: ArchiveManifest) =>
      tables.filter(({ table }) => !changed.includes(table))
    expect(others(second.manifest)).toEqual(others(underLoad.manifest))
    expect(second.manifest.files).toEqual(underLoad.manifest.files)
    const rowsOf = ({ tables }: ArchiveManifest, name: string) =>
      tables.find(({ table }) => table === name)?.rows ?? 0
    expect(rowsOf(second.manifest, 'public.domain_events')).toBe(
      rowsOf(underLoad.manifest, 'public.domain_events') + 1,
    )
    expect(steps).toEqual(['newest candidate: done'])
    expect(stepsRun).toEqual([{ carried: 1, madeAt: expect.any(String) }])
    expect(await counted(`counters where name = 'step'`)).toBe(1)
  })

  it('goes on working afterwards: new records, files and seals', async () => {
    const { id } = await createCandidate({ name: 'new', source: 'after' })
    expect(await counted(`domain_events where subject_id = '${id}'`)).toBe(1)
    await createDocument('new')
    const [seal] = await sql(`insert into event_seals (event_ids, row_hashes, previous_hash, hash)
      values ('{}', '{}', 'second', 'third') returning no`)
    expect(Number(seal?.no)).toBe(3)
    const [told] = await sql(`select subject_type, changes from domain_events
      where name = 'backup.restored'`)
    expect(told).toMatchObject({
      subject_type: 'installation',
      changes: { files: [null, underLoad.manifest.files.length] },
    })
  })
})

describe('a restore is refused, and nothing changes,', () => {
  const unchanged = async (run: () => Promise<unknown>, message: RegExp) => {
    const before = await backUp(`before-${randomBytes(4).toString('hex')}.tar.gz`)
    await expect(run()).rejects.toThrow(message)
    const after = await backUp(`after-${randomBytes(4).toString('hex')}.tar.gz`)
    expect(after.manifest.tables).toEqual(before.manifest.tables)
    expect(after.manifest.files).toEqual(before.manifest.files)
    expect(existsSync(path.join(dataDir, 'restoring'))).toBe(false)
    expect(existsSync(path.join(dataDir, 'restore-unfinished.json'))).toBe(false)
  }
  const restore = async ({ file = underLoad.file, replaces = true } = {}) =>
    await restoreArchive({ payload: app.payload, dataDir, file, replaces })

  it('when the database has people in it and nobody asked for it', async () => {
    await unchanged(
      async () => await restore({ replaces: false }),
      /has people in it: \d+ in candidates\. Nothing was changed\..*--replace/,
    )
  })

  it('and one that was cut off before still keeps the product from starting', async () => {
    const home = dataDir
    writeFileSync(restoreJournalOf({ home }), JSON.stringify({ file: '/safe/monday.tar.gz' }))
    await expect(restore({ replaces: false })).rejects.toThrow('has people in it')
    expect(() => demandFinishedRestore({ home })).toThrow('/safe/monday.tar.gz --replace')
    closeRestoreJournal({ home })
  })

  it('when the schema is another one, by name', async () => {
    await sql('alter table candidates add column shoe_size integer')
    await unchanged(
      restore,
      /The column public\.candidates\.shoe_size \(integer\) is only in this database\./,
    )
    await sql('alter table candidates drop column shoe_size')
  })

  it('when a row of the archive breaks a reference', async () => {
    await sql('alter table candidates_texts disable trigger all')
    await sql(`insert into candidates_texts (parent_id, path, "order", text)
      values ('${randomUUID()}', 'skills', 1, 'of nobody')`)
    const { file } = await backUp('orphan.tar.gz')
    await sql(`delete from candidates_texts where text = 'of nobody'`)
    await sql('alter table candidates_texts enable trigger all')
    await unchanged(async () => await restore({ file }), /breaks the reference.*candidates_texts/)
  })

  it('while the product is at work in the database', async () => {
    await expect(demandQuiet({ databaseUrl: app.databaseUrl })).rejects.toThrow(
      /The product is at work in this database \(\d+ connections\)/,
    )
  })
})

describe('a backup', () => {
  it('is refused beside another one, or where nothing can be written', async () => {
    writeFileSync(path.join(folder, 'busy.tar.gz.partial'), '')
    await expect(backUp('busy.tar.gz')).rejects.toThrow(/another backup is being written/)
    await expect(backUp('nowhere/file.tar.gz')).rejects.toThrow(/nowhere does not exist/)
  })

  it('names the files that records have and the disk has not', async () => {
    const { filename } = await createDocument('gone')
    if (!filename) throw new Error('The document has no file.')
    rmSync(path.join(dataDir, 'documents', filename))
    const { file, manifest } = await backUp('gone.tar.gz')
    expect(manifest.missingFiles).toEqual([{ collection: 'documents', name: filename }])
    expect((await readArchive({ file })).manifest).toEqual(manifest)
  })
})

describe('an archive that is damaged', () => {
  it.each([0, 0.01, 0.3, 0.6, 0.9, 0.999])(
    'is refused when it ends after %s of it',
    async (part) => {
      const whole = readFileSync(underLoad.file)
      const file = path.join(folder, `cut-${part}.tar.gz`)
      writeFileSync(file, whole.subarray(0, Math.floor(whole.length * part)))
      await expect(readArchive({ file })).rejects.toThrow(/damaged or cut off/)
    },
  )

  it.each([0.1, 0.4, 0.7, 0.95])(
    'is refused when one byte is another at %s of it',
    async (part) => {
      const bytes = readFileSync(underLoad.file)
      const at = Math.floor(bytes.length * part)
      bytes.writeUInt8((bytes[at] ?? 0) ^ 0xff, at)
      const file = path.join(folder, `bent-${part}.tar.gz`)
      writeFileSync(file, bytes)
      await expect(readArchive({ file })).rejects.toThrow(/damaged or cut off/)
    },
  )

  it('is told by name when it is not there or something else', async () => {
    await expect(readArchive({ file: path.join(folder, 'nowhere') })).rejects.toThrow('no file')
    const file = path.join(folder, 'letter.txt')
    writeFileSync(file, 'Dear all')
    await expect(readArchive({ file })).rejects.toThrow(/damaged or cut off/)
  })
})

describe('files in a bucket', () => {
  let s3: S3Peer
  let archive: { file: string; manifest: ArchiveManifest }

  beforeAll(async () => {
    s3 = await startS3Peer()
  })
  afterAll(async () => await s3.close())

  /** As if the installation had the settings of S3. */
  const inBucket = async <Value>(run: () => Promise<Value>): Promise<Value> => {
    const { custom } = app.payload.config
    const onDisk: unknown = custom.placewrightFiles
    if (typeof onDisk !== 'object') throw new Error('The config tells no places of files.')
    const { bucket, url: endpoint, accessKeyId, secretAccessKey } = s3
    const keys = { accessKeyId, secretAccessKey }
    custom.placewrightFiles = { ...onDisk, s3: { bucket, region: 'eu-test-1', endpoint, keys } }
    try {
      return await run()
    } finally {
      custom.placewrightFiles = onDisk
    }
  }
  const put = (name: string) =>
    s3.objects.set(`documents/${name}`, {
      bytes: Buffer.from('of another time'),
      type: 'application/pdf',
      modifiedAt: new Date(),
    })
  const restore = async (file: string) =>
    await restoreArchive({ payload: app.payload, dataDir, file, replaces: true })
  const bucketFiles = () =>
    Object.fromEntries(
      [...s3.objects].map(([key, { bytes }]) => [key.split('/').at(-1), bytes.toString('hex')]),
    )

  it('get those of an archive from the disk, with their kinds and without any other', async () => {
    const onDisk = filesOf('documents')
    const [{ name: other } = { name: '' }] = underLoad.manifest.files
    put('strange.pdf')
    put(other)
    s3.mode('drop')
    const refused = inBucket(async () => await restore(underLoad.file))
    await expect(refused).rejects.toThrow(
      /The bucket agency-files cannot be used \(.+\)\. Nothing was changed\. Look at S3_BUCKET/,
    )
    s3.mode('ok')
    await inBucket(async () => await restore(underLoad.file))
    expect([...s3.objects.keys()].sort()).toEqual(
      underLoad.manifest.files.map(({ name }) => `documents/${name}`),
    )
    for (const { name } of underLoad.manifest.files) expect(bucketFiles()[name]).toBe(onDisk[name])
    expect(new Set([...s3.objects.values()].map(({ type }) => type))).toEqual(
      new Set(['application/pdf']),
    )
    expect(filesOf('documents')).toEqual(onDisk)
    expect(existsSync(path.join(dataDir, 'restore-unfinished.json'))).toBe(false)
  })

  it('are in a backup by name and sum, though connections break; one that is gone is named', async () => {
    s3.mode('cut')
    archive = await inBucket(async () => await backUp('bucket.tar.gz'))
    expect(archive.manifest.files).toEqual(underLoad.manifest.files)
    expect((await readArchive({ file: archive.file })).manifest).toEqual(archive.manifest)
    s3.mode('ok')
    const [{ name: gone } = { name: '' }] = archive.manifest.files
    const kept = s3.objects.get(`documents/${gone}`)
    s3.objects.delete(`documents/${gone}`)
    const { manifest } = await inBucket(async () => await backUp('bucket-gone.tar.gz'))
    expect(manifest.missingFiles).toEqual([{ collection: 'documents', name: gone }])
    expect(manifest.files).toHaveLength(archive.manifest.files.length - 1)
    if (kept) s3.objects.set(`documents/${gone}`, kept)
    s3.mode('drop')
    await expect(inBucket(async () => await backUp('unreachable.tar.gz'))).rejects.toThrow(
      /The bucket agency-files cannot be used .* No archive was written\./,
    )
    expect(existsSync(path.join(folder, 'unreachable.tar.gz.partial'))).toBe(false)
    s3.mode('ok')
  })

  it('come back from the archive to a disk', async () => {
    const before = bucketFiles()
    await restore(archive.file)
    expect(filesOf('documents')).toEqual(before)
    expect(bucketFiles()).toEqual(before)
  })

  it('that are in the way are told, and what was added is taken out again', async () => {
    const bucket = await inBucket(
      async () =>
        uploadsOf(app.payload).find(({ collection }) => collection === 'documents')?.bucket,
    )
    if (!bucket) throw new Error('The documents have no bucket.')
    const at = path.join(folder, 'new.pdf')
    writeFileSync(at, pdf())
    const bytes = readFileSync(at)
    const md5 = createHash('md5').update(bytes).digest('hex')
    const staged = [{ name: 'new.pdf', at, bytes: bytes.length, md5 }]
    const filler = bucketFiller({ collection: 'documents', bucket })
    const types = new Map([['new.pdf', 'application/pdf']])
    await expect(filler.begin({ staged, types, replaces: false })).rejects.toThrow(
      /has \d+ files below documents that the archive does not have so\. Nothing was changed\..*--replace/,
    )
    expect(s3.objects.has('documents/new.pdf')).toBe(false)
    await filler.begin({ staged, types, replaces: true })
    expect(s3.objects.get('documents/new.pdf')).toMatchObject({ bytes, type: 'application/pdf' })
    await filler.withdraw()
    expect(s3.objects.has('documents/new.pdf')).toBe(false)
    s3.mode('drop')
    await expect(filler.finish({ file: '/safe/monday.tar.gz' })).rejects.toThrow(
      'npm run restore -- /safe/monday.tar.gz --replace',
    )
    s3.mode('ok')
  })
})

describe('on a new machine, as an owner without the rights of a superuser', () => {
  const owner = `owner_${randomBytes(4).toString('hex')}`
  const name = `placewright_${randomBytes(6).toString('hex')}`
  let client: pg.Client
  let env: ReturnType<typeof testEnv>
  const children: ChildProcess[] = []

  beforeAll(async () => {
    const adminUrl = inject('databaseAdminUrl')
    const given = new URL(await createDatabase({ adminUrl, name }))
    client = new pg.Client({ connectionString: given.href })
    await client.connect()
    await client.query(`create role ${owner} login password 'of-tests'`)
    await client.query(`alter database ${name} owner to ${owner}`)
    await client.query(`alter schema public owner to ${owner}`)
    given.username = owner
    given.password = 'of-tests'
    env = testEnv({ databaseUrl: given.href })
  })

  afterAll(async () => {
    for (const child of children) if (child.exitCode === null) child.kill('SIGTERM')
    await client.end()
    await dropDatabase({ adminUrl: inject('databaseAdminUrl'), name })
    await poolOf(app.payload).query(`drop role ${owner}`)
  })

  const run = (command: 'backup' | 'restore', args: string[]) => {
    const child = spawn(process.execPath, [`src/bin/${command}.mjs`, ...args], {
      env: { ...process.env, ...env, INIT_CWD: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    children.push(child)
    const words: string[] = []
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => words.push(chunk.toString()))
    return { child, said: () => words.join('') }
  }

  const ended = async ({ child, said }: ReturnType<typeof run>) => {
    const [code] = await once(child, 'exit')
    return { code: Number(code), said: said() }
  }

  /** The program that the command has started for its last step. */
  const programOf = (pid: number | undefined): number =>
    Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').at(-1))

  it('a restore that is killed leaves the empty installation, and says what to do', async () => {
    const killed = run('restore', [path.basename(underLoad.file)])
    const end = ended(killed)
    await until({
      what: 'its rows come in',
      is: async () => {
        if (killed.child.exitCode !== null) throw new Error(killed.said())
        if (!killed.said().includes('✓ migrations')) return false
        const { rowCount } = await client.query(
          `select from pg_locks where relation = to_regclass('public.roles')
            and mode = 'AccessExclusiveLock' and granted`,
        )
        return rowCount !== 0
      },
      everyMs: 5,
      limitMs: 240_000,
    })
    process.kill(programOf(killed.child.pid), 'SIGKILL')
    expect(await end).toEqual({
      code: 1,
      said: expect.stringContaining('The restore was ended by SIGKILL'),
    })
    const { rows: left } = await client.query<{ name: string }>('select name from roles')
    expect(left.length).toBeGreaterThan(0)
    expect((await client.query('select from candidates')).rowCount).toBe(0)
    expect(existsSync(path.join(env.DATA_DIR, 'documents'))).toBe(false)
    expect(existsSync(path.join(env.DATA_DIR, 'restore-unfinished.json'))).toBe(false)
  }, 300_000)

  it('is done to the end when it is run again, and that is backed up in turn', async () => {
    const before = await schemaOf(client)
    const restored = await ended(run('restore', [path.basename(underLoad.file)]))
    expect(restored).toEqual({
      code: 0,
      said: expect.stringContaining('every table and file compared with the archive'),
    })
    expect(await schemaOf(client)).toEqual(before)
    for (const { table, rows } of underLoad.manifest.tables) {
      const { rows: found } = await client.query<{ n: string }>(
        `select count(*) as n from ${table}`,
      )
      const more = table === 'public.domain_events' ? 1 : 0
      expect([table, Number(found[0]?.n)]).toEqual([table, rows + more])
    }
    expect(readdirSync(path.join(env.DATA_DIR, 'documents'))).toHaveLength(
      underLoad.manifest.files.length,
    )
    expect(readdirSync(env.DATA_DIR)).not.toContain('restoring')

    const again = await ended(run('backup', ['again.tar.gz']))
    expect(again).toEqual({ code: 0, said: expect.stringContaining('again.tar.gz') })
    const { manifest } = await readArchive({ file: path.join(folder, 'again.tar.gz') })
    expect(manifest.files).toEqual(underLoad.manifest.files)
    const { rows: told } = await client.query(
      `select changes from domain_events where name = 'backup.made'`,
    )
    expect(told).toMatchObject([{ changes: { file: [null, 'again.tar.gz'] } }])
  }, 420_000)
})
