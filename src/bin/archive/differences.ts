import type { ColumnShape, TableShape } from './format'

/**
 * In what an archive and a product or database differ, each difference in a sentence; none when
 * rows of the one fit into the other.
 */
export const migrationDifferences = ({
  archive,
  product,
}: {
  archive: readonly string[]
  product: readonly string[]
}): string[] => [
  ...archive
    .filter((name) => !product.includes(name))
    .map((name) => `The archive knows the migration ${name}, this version does not.`),
  ...product
    .filter((name) => !archive.includes(name))
    .map((name) => `This version has the migration ${name}, the archive was made before it.`),
]

export const schemaDifferences = ({
  archive,
  database,
}: {
  archive: readonly TableShape[]
  database: readonly TableShape[]
}): string[] => {
  const here = new Map(database.map(({ table, columns }) => [table, columns]))
  const there = new Map(archive.map(({ table, columns }) => [table, columns]))
  return [
    ...archive
      .filter(({ table }) => !here.has(table))
      .map(({ table }) => `The table ${table} is only in the archive.`),
    ...database
      .filter(({ table }) => !there.has(table))
      .map(({ table }) => `The table ${table} is only in this database.`),
    ...archive.flatMap(({ table, columns }) =>
      columnDifferences({ table, archive: columns, database: here.get(table) ?? columns }),
    ),
  ]
}

const columnDifferences = ({
  table,
  archive,
  database,
}: {
  table: string
  archive: readonly ColumnShape[]
  database: readonly ColumnShape[]
}): string[] => {
  const named = (columns: readonly ColumnShape[]) =>
    new Map(columns.map((column) => [column.name, kindOf(column)]))
  const there = named(archive)
  const here = named(database)
  return [...new Set([...there.keys(), ...here.keys()])].flatMap((name) => {
    const inArchive = there.get(name)
    const inDatabase = here.get(name)
    if (inArchive === inDatabase) return []
    if (inDatabase === undefined)
      return [`The column ${table}.${name} (${inArchive}) is only in the archive.`]
    if (inArchive === undefined)
      return [`The column ${table}.${name} (${inDatabase}) is only in this database.`]
    return [`The column ${table}.${name} is ${inArchive} in the archive and ${inDatabase} here.`]
  })
}

const kindOf = ({ type, isRequired }: ColumnShape): string =>
  isRequired ? `${type} not null` : type
