import type { Payload, PayloadRequest } from 'payload'
import type { z } from 'zod'

import type { Sql } from '../database/sql'
import type { Actor, SubjectRef } from '../domain/actor'
import type { Failure, Result } from '../domain/result'

/** Who may call a command. Nobody who is not named; the system (jobs, seed) may call all. */
export type Allow<Input> = {
  /** A member of staff with this permission. */
  staff?: string
  /** Every member of staff: what concerns only themselves. */
  anyStaff?: true
  /** A signed-in outside person of this kind; the command checks that the record is theirs. */
  portal?: readonly ('candidate' | 'client-contact')[]
  /** Whoever opened a link for this purpose and record. */
  link?: { purpose: string; subject: (input: Input) => SubjectRef }
  anonymous?: true
}

export type CommandContext = {
  req: PayloadRequest
  payload: Payload
  sql: Sql
  actor: Actor
}

/**
 * One change of the world: one function, one transaction, called by name from the admin, REST, the
 * portal, the seed and the tests. A refusal rolls back.
 */
export type Command<Input extends z.ZodType, Output> = {
  /** verb-noun; also the path of its endpoint. */
  name: string
  summary: string
  input: Input
  allow: Allow<z.output<Input>>
  /** At most so many calls per address (anonymous) or actor. */
  rate?: { limit: number; windowSeconds: number }
  /** Largest body of a call by REST, for commands that carry a file. */
  maxBodyBytes?: number
  /** An input as somebody would send it, where none can be made from the schema alone. */
  example?: z.input<Input>
  /** Not by an API key: what decides over keys themselves, or is a person's own act. */
  isForPeopleOnly?: true
  /** The result holds a secret: the first call alone is told it. */
  isSecretShownOnce?: true
  run: (call: { input: z.output<Input>; ctx: CommandContext }) => Promise<Result<Output, Failure>>
}

export type AnyCommand = {
  name: string
  summary: string
  input: z.ZodType
  allow: Omit<Allow<never>, 'link'> & { link?: { purpose: string } }
  rate?: { limit: number; windowSeconds: number }
  maxBodyBytes?: number
  example?: unknown
  isForPeopleOnly?: true
  isSecretShownOnce?: true
  /** The link subject of a raw, already parsed input. */
  linkSubject: (input: unknown) => SubjectRef | null
  run: (call: { input: unknown; ctx: CommandContext }) => Promise<Result<unknown, Failure>>
}

export type DefinedCommand<Input extends z.ZodType, Output> = AnyCommand & {
  input: Input
  /** Carries the output type to callers; never called. */
  readonly output?: Output
}

export const defineCommand = <Input extends z.ZodType, Output>(
  command: Command<Input, Output>,
): DefinedCommand<Input, Output> => {
  const { link } = command.allow
  return {
    name: command.name,
    summary: command.summary,
    input: command.input,
    allow: {
      ...(command.allow.staff ? { staff: command.allow.staff } : {}),
      ...(command.allow.anyStaff ? { anyStaff: command.allow.anyStaff } : {}),
      ...(command.allow.portal ? { portal: command.allow.portal } : {}),
      ...(command.allow.anonymous ? { anonymous: command.allow.anonymous } : {}),
      ...(link ? { link: { purpose: link.purpose } } : {}),
    },
    ...(command.rate ? { rate: command.rate } : {}),
    ...(command.maxBodyBytes ? { maxBodyBytes: command.maxBodyBytes } : {}),
    ...(command.example === undefined ? {} : { example: command.example }),
    ...(command.isForPeopleOnly ? { isForPeopleOnly: true } : {}),
    ...(command.isSecretShownOnce ? { isSecretShownOnce: true } : {}),
    linkSubject: (input) => (link ? link.subject(command.input.parse(input)) : null),
    run: async ({ input, ctx }) => await command.run({ input: command.input.parse(input), ctx }),
  }
}

/** Whether a command is open to a member of staff with these permissions. */
export const mayCallAsStaff = ({
  allow,
  permissions,
}: {
  allow: AnyCommand['allow']
  permissions: ReadonlySet<string>
}): boolean =>
  Boolean(
    allow.anonymous ||
      allow.anyStaff ||
      (allow.staff !== undefined && permissions.has(allow.staff)),
  )
