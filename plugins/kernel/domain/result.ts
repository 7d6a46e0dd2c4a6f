/**
 * Why a wish was refused, in words for a person and a code for a program.
 *
 * - `state`: the record is not in a state that allows it (HTTP 409)
 * - `right`: the actor may not do it (403)
 * - `missing`: there is no such record, or it is not the actor's (404)
 * - `input`: what was sent is wrong; `fields` names each field and its remedy (422)
 * - `limit`: too often (429)
 */
export type Failure = {
  kind: 'state' | 'right' | 'missing' | 'input' | 'limit'
  /** kebab-case, stable, for programs. */
  code: string
  /** For people: what is wrong and what to do. */
  message: string
  fields?: Record<string, string>
  /** For `limit`: when to try again. */
  retryAfterSeconds?: number
  /**
   * What the command wrote stays although it refuses: it has undone the act itself and left word of
   * the refusal for somebody else.
   */
  isKept?: boolean
}

export type Result<Value, Refusal = Failure> =
  | { ok: true; value: Value }
  | { ok: false; failure: Refusal }

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })

export const refuse = <Refusal = Failure>(failure: Refusal): { ok: false; failure: Refusal } => ({
  ok: false,
  failure,
})

/** A refusal because of the record's state. */
export const refuseState = ({ code, message }: { code: string; message: string }) =>
  refuse<Failure>({ kind: 'state', code, message })

/** A refusal because the record is not there, or not the actor's: the two look the same. */
export const refuseMissing = (what: string) =>
  refuse<Failure>({ kind: 'missing', code: 'not-found', message: `This ${what} was not found.` })

/** A refusal because the actor lacks a right. */
export const refuseRight = (message = 'You are not allowed to do this.') =>
  refuse<Failure>({ kind: 'right', code: 'not-allowed', message })

/** A refusal because of what was sent, with a message per field. */
export const refuseInput = (fields: Record<string, string>) =>
  refuse<Failure>({
    kind: 'input',
    code: 'invalid-input',
    message: Object.values(fields).join(' '),
    fields,
  })
