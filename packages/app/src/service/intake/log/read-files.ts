// Which files of one log were read to their end, and from when on a rotated file may be unread:
// kept in every checkpoint, so that a restart neither reads a file twice nor leaves one out (T33).

import type { FileIdentity } from './identity.ts'

/** Files read to their end that are remembered: more are not rotated within one moment. */
const DONE_MAX = 64

export class ReadFiles {
  #since: number | undefined
  #done: readonly FileIdentity[] = []

  /** Rotated files that were written since then may be unread; undefined before the first file. */
  get since(): number | undefined {
    return this.#since
  }

  get done(): readonly FileIdentity[] {
    return this.#done
  }

  /** What was rotated away before a log was seen for the first time is not asked for. */
  beginAt(modifiedAt: number): void {
    this.#since ??= modifiedAt
  }

  /** Goes back to a moment, since files of that time were not all read. */
  returnTo(since: number): void {
    this.#since = since
  }

  /** A file was read to its end. */
  add(identity: FileIdentity): void {
    const { since: _since, done: _done, ...own } = identity
    this.#since = own.modifiedAt
    this.#done = [...this.#done.slice(1 - DONE_MAX), own]
  }

  /** Takes up what `describe` added to a checkpoint. */
  restore({ since, done }: FileIdentity): void {
    this.#since = since
    this.#done = done ?? []
  }

  /** The identity of the file that is read now, with what was read before it. */
  describe(identity: FileIdentity): FileIdentity {
    const since = this.#since
    if (since === undefined) return identity
    // What was written last before that moment is not asked about any more.
    const done = this.#done.filter(({ modifiedAt }) => modifiedAt >= since)
    return { ...identity, since, done }
  }
}
