/** A refusal or failure that is told to the operator as it stands, without a stack. */
export class StepFailure extends Error {
  /** @param {string} message what went wrong and what to do about it */
  constructor(message) {
    super(message)
    this.name = 'StepFailure'
  }
}

/** The operator asked to stop while a step was running. */
export class Interrupted extends Error {
  constructor() {
    super('Stopped before it was ready.')
    this.name = 'Interrupted'
  }
}

/**
 * @param {unknown} error
 * @returns {string | undefined} the system's code (`ENOENT`, `EEXIST`, …) when the error has one
 */
export const errorCode = (error) =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined
