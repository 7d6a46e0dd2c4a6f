import type pg from 'pg'

/** The raw side of a change: one transaction, rolled back when a statement fails. */
export const inTransaction = async ({
  db,
  run,
}: {
  db: pg.Client
  run: () => Promise<void>
}): Promise<void> => {
  await db.query('begin')
  try {
    await run()
    await db.query('commit')
  } catch (error) {
    await db.query('rollback')
    throw error
  }
}

/** The one row that a statement must give. */
export const oneRow = async <Row extends pg.QueryResultRow>({
  db,
  text,
  values,
}: {
  db: pg.Client
  text: string
  values: readonly unknown[]
}): Promise<Row> => {
  const { rows } = await db.query<Row>(text, [...values])
  const [row] = rows
  if (!row) throw new Error(`No row from: ${text}`)
  return row
}
