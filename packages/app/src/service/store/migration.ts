// A step from one shape of the store to the next, written once for SQLite and PostgreSQL.

/** The few words that the two databases spell differently. */
export type Dialect = {
  readonly name: 'sqlite' | 'postgres'
  /** Type of a column that numbers its rows upwards by itself. */
  readonly key: string
  /** Type of a column of bytes. */
  readonly bytes: string
}

export type Migration = {
  /** Sorts in order: `0001-intake`. Never changed once released. */
  readonly id: string
  /** Run in one transaction together with the record that they were run. */
  readonly statements: (dialect: Dialect) => readonly string[]
}
