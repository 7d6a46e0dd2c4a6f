import { StepFailure } from '../steps/failure.mjs'

/**
 * Runs a program of an operator: says its result in lines, or as one line of JSON to the command
 * that started it. A failure that has its remedy in it is told as it stands.
 */
export const endProgram = async <Said extends { lines: string[] }>(
  run: () => Promise<Said>,
): Promise<never> => {
  try {
    const said = await run()
    process.stdout.write(process.send ? `${JSON.stringify(said)}\n` : `${said.lines.join('\n')}\n`)
    process.exit(0)
  } catch (error) {
    if (!(error instanceof StepFailure) && !isWithoutTables(error)) throw error
    process.stderr.write(
      error instanceof StepFailure
        ? `${error.message}\n`
        : 'This database has not been set up yet. Run npm start, or the migrations, first.\n',
    )
    process.exit(1)
  }
}

/** PostgreSQL's undefined_table, wherever in the chain of causes it stands. */
const isWithoutTables = (error: unknown): boolean =>
  error instanceof Error && (Reflect.get(error, 'code') === '42P01' || isWithoutTables(error.cause))
