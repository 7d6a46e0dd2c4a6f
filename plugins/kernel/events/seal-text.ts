/**
 * What a seal covers of an event, as one text in SQL: every column but the transaction id, which
 * differs after a restore. Personal values stand elsewhere, so erasing a person breaks no seal.
 *
 * @param row alias of `domain_events` in the query
 */
export const sealedText = (row: string): string =>
  `jsonb_build_array(${[
    'id',
    'name',
    'subject_type',
    'subject_id',
    'person_type',
    'person_id',
    'client_id',
    'order_id',
    'actor_kind',
    'actor_id',
    'on_behalf_of',
    'from_state',
    'to_state',
    'reason',
    'ball_in',
    'changes',
    'request_id',
    'command',
    'schema_version',
  ]
    .map((column) => `${row}.${column}`)
    .join(', ')}, extract(epoch from ${row}.at)::text)::text`

/** SHA-256 of a text in SQL, in hexadecimal. */
export const sha256 = (text: string): string => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`

/** The hash of a batch: over the batch before and the hash of each row, in order. */
export const batchHash = ({
  previous,
  rows,
  personal,
}: {
  previous: string
  rows: string
  /** Null in the batches of before personal values were sealed. */
  personal: string
}): string =>
  sha256(
    `${previous} || array_to_string(${rows}, '') || coalesce(array_to_string(${personal}, ','), '')`,
  )

/**
 * The hash of the personal values of an event, in SQL: empty when it has none. The salt, which goes
 * with the values when they are erased, keeps a hash from being found out by trying.
 *
 * @param row alias of `domain_event_personal` in the query, joined from the left
 */
export const personalHash = (row: string): string =>
  `case when ${row}.event_id is null then ''
    else ${sha256(`coalesce(${row}.salt, '') || ${row}.values::text`)} end`

/** What the first batch takes for the one before. */
export const firstHash = '0'.repeat(64)
