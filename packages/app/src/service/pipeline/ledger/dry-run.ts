// A dry run does everything and rolls it back.

/** Thrown inside a transaction so that nothing of it stays; carries what it would have done. */
export class DryRunDone<Result> extends Error {
  readonly result: Result

  constructor(result: Result) {
    super('a dry run writes nothing')
    this.result = result
  }
}
