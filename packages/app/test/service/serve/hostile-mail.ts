// What the attacks of mail servers have in common.

export type Attack = {
  readonly name: string
  /** Starts a server that has bounces of these numbers and misbehaves. */
  readonly start: (numbers: readonly number[]) => Promise<Server>
  /** What the source must have said of it. */
  readonly problem?: RegExp
  /** Where not all becomes well in the end. */
  readonly ends?: 'failing' | 'waiting'
}

export type Server = {
  /** Its entry in the configuration, without its name. */
  readonly source: string
  /** Numbers of the bounces that it really has and that can be had, of those it was given. */
  readonly wanted: () => readonly number[]
  readonly stop: () => Promise<void>
}
