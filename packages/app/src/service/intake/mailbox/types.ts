// What all intakes that read kept mail share: IMAP, POP3, Maildir and mbox.

import type { TokenKey } from '@carom/core'
import type { Log } from '../../log.ts'
import type { Store } from '../../store/types.ts'

/** Remembers how far a source was read; it outlives the process. */
export type Cursors = {
  readonly get: (key: string) => Promise<string | undefined>
  readonly set: (key: string, value: string) => Promise<void>
}

export type MailIntakeDeps = {
  readonly store: Pick<Store, 'ingest'>
  readonly cursors: Cursors
  readonly log: Log
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
  /** Tells the pipeline that there is something to do. */
  readonly wake: () => void
  /** Keys of return-path tokens as they are now; absent: mail proves nothing. */
  readonly tokenKeys?: () => readonly TokenKey[]
  /** Told of what fails, in words for the operator. */
  readonly trouble?: (problem: string) => void
  /** A number in [0, 1) for jitter; `Math.random` unless given. */
  readonly random?: () => number
  /** Whether a message reports something; the engine of @carom/core unless given. */
  readonly isBounce?: (bytes: Uint8Array) => boolean
}

/** What the source of every intake is called, and what it may prove. */
export type MailSourceOptions = {
  readonly tenant: string
  /** Id of the source in the store. */
  readonly source: string
  /** The list or stream that the mailbox stands for. */
  readonly list?: string
  /**
   * A header field that the mailbox's own server sets with the envelope recipient, such as
   * `Delivered-To` or `X-Original-To`. Its topmost occurrence is then looked at for a return-path
   * token. Without it mail from a mailbox proves nothing, since its sender wrote all of it.
   */
  readonly trustHeader?: string
  /**
   * `all` keeps whatever lies in the mailbox, so that an unreadable bounce is found later;
   * `bounces` keeps only what reads as a report, for a mailbox that people use too.
   */
  readonly keep: 'all' | 'bounces'
  /** Only reports are flagged, moved or deleted; everything else stays as it was. */
  readonly onlyBounces: boolean
}

export const MAIL_SOURCE_DEFAULTS: Pick<MailSourceOptions, 'keep' | 'onlyBounces'> = {
  keep: 'all', onlyBounces: true,
}

/** How one mailbox, account, folder or file is doing. */
export type PlaceHealth = {
  readonly place: string
  readonly state: 'starting' | 'ok' | 'failing' | 'stopped'
  /** What fails, in words for the operator. */
  readonly problem?: string
  /** When this state began. */
  readonly since: number
  readonly lastInputAt?: number
}

export type MailIntake = {
  readonly start: () => Promise<void>
  /** Resolves when nothing more will be ingested or touched. */
  readonly stop: () => Promise<void>
  readonly health: () => readonly PlaceHealth[]
}
