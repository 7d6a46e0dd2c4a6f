import { setTimeout as wait } from 'node:timers/promises'
import { APIError, Forbidden, Locked, NotFound, ValidationError, type Payload } from 'payload'
import { z } from 'zod'

import {
  defineCommand,
  defineJob,
  defineReaction,
  publish,
  runCommand,
  spendLink,
  sqlOutside,
  type Contribution,
} from '#plugins/kernel'
import { ok, refuseState, type Result } from '#plugins/kernel/domain'

/** The tables that the commands and jobs of the kernel's tests write to. */
export const testTables = `
  create table if not exists test_notes (
    id uuid primary key default uuid_v7(), text text not null, command_key text unique
  );
  create table if not exists test_effects (
    id bigint generated always as identity primary key, what text not null, pid integer not null
  );`

const mode = z.enum(['ok', 'refuse', 'throw', 'slow']).default('ok')

/** Writes a row and an event, and ends as it is told. */
export const writeNote = defineCommand({
  name: 'write-note',
  summary: 'Write a note',
  input: z.object({
    text: z.string().min(1, 'Write something.'),
    mode,
    waitMs: z.number().default(0),
  }),
  allow: { anonymous: true },
  run: async ({ input, ctx: { req, sql } }) => {
    const row = await sql.first({
      schema: z.object({ id: z.string() }),
      text: 'insert into test_notes (text) values ($1) returning id',
      values: [input.text],
    })
    if (!row) throw new Error('The note was not written.')
    await publish({
      req,
      event: {
        name: 'note.written',
        subject: { kind: 'note', id: row.id },
        changes: { text: [null, null] },
        personal: { text: [null, input.text] },
      },
    })
    if (input.waitMs > 0) await wait(input.waitMs)
    if (input.mode === 'refuse')
      return refuseState({ code: 'note-refused', message: 'This note is not wanted.' })
    if (input.mode === 'throw') throw new Error('The pen broke.')
    return ok({ id: row.id })
  },
})

/** Writes one note, then others by nested calls; a refused one is undone alone. */
export const writeNotes = defineCommand({
  name: 'write-notes',
  summary: 'Write notes',
  input: z.object({ notes: z.array(z.object({ text: z.string(), mode })) }),
  allow: { staff: 'settings.write' },
  run: async ({ input, ctx: { req } }) => {
    const outcomes: string[] = []
    for (const note of input.notes) {
      const written = await runCommand({ command: writeNote, req, input: note })
      outcomes.push(written.ok ? 'written' : written.failure.code)
    }
    return ok({ outcomes })
  },
})

/** What a guard, Payload or a schema throws inside a command, and what is our own fault. */
const thrown: Readonly<Record<string, () => Error>> = {
  'invalid-field': () =>
    new ValidationError({
      collection: 'candidates',
      errors: [
        { path: 'email', label: 'E-mail', message: 'Enter an e-mail address.' },
        { path: 'address.city', message: 'Name the city.' },
      ],
    }),
  schema: () => {
    z.object({ startsOn: z.iso.date('Choose a day.') }).parse({ startsOn: 'soon' })
    return new Error('The schema took what is no day.')
  },
  forbidden: () => new Forbidden(),
  'not-found': () => new NotFound(),
  locked: () => new Locked('Somebody else has this record open.'),
  'not-now': () => new APIError('It was signed before.', 409),
  'too-large': () => new APIError('The file is too large.', 413),
  'bad-request': () => new APIError('Choose another name.', 400),
  ours: () => new APIError('The disk of db7.internal is gone.', 500),
  'other-service': () => Object.assign(new Error('bucket missing'), { status: 404 }),
}

const breakRule = defineCommand({
  name: 'break-rule',
  summary: 'Throw what a rule throws, after something was written',
  input: z.object({
    what: z.enum(['query', ...Object.keys(thrown)]),
    text: z.string(),
    isNested: z.boolean().default(false),
  }),
  allow: { anonymous: true },
  run: async ({ input, ctx: { req, sql } }): Promise<Result<object>> => {
    await sql.run({ text: 'insert into test_notes (text) values ($1)', values: [input.text] })
    if (input.isNested) {
      await runCommand({ command: breakRule, req, input: { ...input, isNested: false } })
      return ok({})
    }
    if (input.what === 'query')
      await sql.first({ schema: z.object({ n: z.boolean() }), text: 'select 1 as n' })
    throw thrown[input.what]?.() ?? new Error('There is no such rule.')
  },
})

const limitedCommand = defineCommand({
  name: 'knock-door',
  summary: 'Knock at the door',
  input: z.object({}),
  allow: { anonymous: true },
  rate: { limit: 3, windowSeconds: 3_600 },
  run: async () => await Promise.resolve(ok({})),
})

const decideNote = defineCommand({
  name: 'decide-note',
  summary: 'Decide about a note by its link',
  input: z.object({ noteId: z.string() }),
  allow: {
    link: { purpose: 'note.decide', subject: ({ noteId }) => ({ kind: 'note', id: noteId }) },
  },
  run: async ({ input, ctx: { req, sql, actor } }) => {
    if (!(await spendLink({ req, actor })))
      return refuseState({ code: 'link-spent', message: 'This was decided before.' })
    await sql.run({
      text: 'insert into test_effects (what, pid) values ($1, $2)',
      values: [`decided ${input.noteId}`, process.pid],
    })
    return ok({})
  },
})

const countNote = defineReaction({
  name: 'count-note',
  on: ['note.written'],
  run: async ({ event, sql }) => {
    await sql.run({
      text: 'insert into test_effects (what, pid) values ($1, $2)',
      values: [`counted ${event.subject.id}`, process.pid],
    })
  },
})

const said = async ({ payload, what }: { payload: Payload; what: string }) => {
  await sqlOutside(payload).run({
    text: 'insert into test_effects (what, pid) values ($1, $2)',
    values: [what, process.pid],
  })
}

const work = z.object({ name: z.string(), where: z.enum(['before', 'inside']), waitMs: z.number() })

/** Tells that it began, takes its time at the first try, then has its effect. */
const slowJob = defineJob({
  name: 'slow-job',
  input: work,
  leaseSeconds: 3,
  retryLimit: 5,
  retryDelaySeconds: 1,
  run: async ({ input: { name, where, waitMs }, attempt }) => {
    const dawdle = async () => {
      if (attempt.retryCount > 0) return
      await said({ payload: attempt.payload, what: `began ${name}` })
      await wait(waitMs)
    }
    if (where === 'before') await dawdle()
    await attempt.transaction(
      async ({ sql }) => {
        await sql.run({
          text: 'insert into test_effects (what, pid) values ($1, $2)',
          values: [`done ${name}`, process.pid],
        })
        // The effect above is written and not committed while it stands still.
        if (where === 'inside' && attempt.retryCount === 0) {
          await sql.run({ text: `select pg_notify('test_inside', $1)`, values: [name] })
          await wait(waitMs)
        }
      },
      { completing: true },
    )
  },
})

const poisonJob = defineJob({
  name: 'poison-job',
  input: z.object({ isPoison: z.boolean(), name: z.string() }),
  leaseSeconds: 30,
  retryLimit: 2,
  retryDelaySeconds: 1,
  run: async ({ input: { isPoison, name }, attempt }) => {
    if (isPoison) {
      await said({ payload: attempt.payload, what: `tried ${name}` })
      throw new Error('This job cannot be done.')
    }
    await attempt.transaction(async ({ sql }) => {
      await sql.run({
        text: 'insert into test_effects (what, pid) values ($1, $2)',
        values: [`done ${name}`, process.pid],
      })
    })
  },
})

const contribution: Contribution = {
  plugin: 'kernel',
  commands: [writeNote, writeNotes, breakRule, limitedCommand, decideNote],
  reactions: [countNote],
  jobs: [slowJob, poisonJob],
  links: [
    {
      purpose: 'note.decide',
      label: 'Decide about a note',
      path: ({ id }) => `/portal/notes/${id}`,
      lifetimeDays: 7,
      spentByAct: true,
    },
    {
      purpose: 'note.read',
      label: 'Read a note',
      path: ({ id }) => `/portal/notes/${id}`,
      lifetimeDays: 30,
      spentByAct: false,
    },
  ],
}

/** Adds the commands and jobs of the kernel's tests to a started product, before it has used any. */
export const addTestContribution = (payload: Payload): void => {
  const known: unknown = payload.config.custom.placewright
  if (!Array.isArray(known)) throw new Error('The config has no contributions.')
  payload.config.custom.placewright = [...known, contribution]
}
