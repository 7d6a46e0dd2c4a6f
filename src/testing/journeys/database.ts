import pg from 'pg'

/** Reads the database of a running installation, to check what a journey left there. */
export const readRows = async <Row extends pg.QueryResultRow>({
  databaseUrl,
  text,
  values = [],
}: {
  databaseUrl: string
  text: string
  values?: readonly unknown[]
}): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query<Row>(text, [...values])).rows
  } finally {
    await client.end()
  }
}
