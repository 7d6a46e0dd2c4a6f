import type { z } from 'zod'

import type { Failure, Result } from '../domain/result'
import type { CommandContext, DefinedCommand } from './define-command'

/** A reason of a higher plugin against a command of a lower one, judged in its transaction. */
export type CommandGuard = {
  command: string
  judge: (call: { input: unknown; ctx: CommandContext }) => Promise<Result<never, Failure> | null>
}

/**
 * Lets a plugin refuse a command that it uses but does not own, which its owner need not know of:
 * `judge` runs before the command, after its input and rights were checked.
 */
export const guardCommand = <Input extends z.ZodType, Output>({
  command,
  judge,
}: {
  command: DefinedCommand<Input, Output>
  judge: (call: {
    input: z.output<Input>
    ctx: CommandContext
  }) => Promise<Result<never, Failure> | null>
}): CommandGuard => ({
  command: command.name,
  judge: async ({ input, ctx }) => await judge({ input: command.input.parse(input), ctx }),
})
