// Settings of the store, with their defaults.

export type StoreOptions = {
  /**
   * How long a write waits, in ms, for another process that holds the store or its rows; then it
   * fails with `store-busy`.
   * @default 5000
   */
  readonly busyTimeoutMs: number
  /**
   * Memory in bytes for pages of SQLite; a second connection, for reads, takes a quarter of it.
   * @default 8 MiB
   */
  readonly cacheBytes: number
  /**
   * Free bytes on SQLite's disk below which the store calls itself unwell.
   * @default 100 MiB
   */
  readonly freeBytesMin: number
  /**
   * Connections to PostgreSQL at most.
   * @default 10
   */
  readonly connectionsMax: number
  /**
   * This process is the service: of an SQLite file there is one, and another is refused.
   * @default false
   */
  readonly isService: boolean
}

export const STORE_DEFAULTS: StoreOptions = {
  busyTimeoutMs: 5000,
  cacheBytes: 8 * 1024 * 1024,
  freeBytesMin: 100 * 1024 * 1024,
  connectionsMax: 10,
  isService: false,
}
