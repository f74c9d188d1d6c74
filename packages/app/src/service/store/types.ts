// What the service keeps, and the one interface to it. Every time is milliseconds since 1970 UTC;
// every text that came from outside is free of NUL (T14).

import type { CaromEvent } from '@carom/core'

/** How much an input proves (facts of trust: V0 nothing … V3 a valid return-path token). */
export type Trust = 0 | 1 | 2 | 3

export type InputKind = 'message' | 'replies' | 'webhook' | 'log' | 'events' | 'report'

/** What an intake hands over: it acknowledges its peer when `ingest` resolves, never before. */
export type NewInput = {
  readonly tenant: string
  /** Id of the source, see `SourceRow`. */
  readonly source: string
  readonly kind: InputKind
  /** Unique for one delivery of one input by one transport; a second one changes nothing. */
  readonly transportKey: string
  readonly bytes: Uint8Array
  readonly receivedAt: number
  readonly trust: Trust
  readonly envelope: Envelope
}

/** What the transport knew besides the bytes. JSON. */
export type Envelope = {
  readonly mailFrom?: string
  /** The envelope recipient that took the input in, such as the return path. */
  readonly rcptTo?: string
  readonly clientIp?: string
  readonly helo?: string
  /** The address that a valid return-path token was made for, and what else it carries. */
  readonly token?: { readonly recipient: string; readonly sendId?: string; readonly list?: string }
  /** Vendor of a webhook, software of a log. */
  readonly vendor?: string
  readonly contentType?: string
  /** Where in a file, mailbox or log it stood. */
  readonly place?: Readonly<Record<string, string | number>>
  /** The list or stream that the source stands for. */
  readonly list?: string
  readonly campaign?: string
  /** A log whose messages are registered as sent. */
  readonly registersSends?: true
}

export type InboxItem = NewInput & {
  readonly id: number
  readonly rawId: number
  /** It was taken again and again and never brought to an end: it may be what kills its worker. */
  readonly isSuspect: boolean
}

export type IngestResult = {
  /** For each input, in order: its inbox id, or undefined where its key was known. */
  readonly ids: readonly (number | undefined)[]
}

/** Reads; every method may run beside writes. */
export type Reader = {
  readonly all: <Row>(sql: string, params?: readonly SqlValue[]) => Promise<Row[]>
  readonly get: <Row>(sql: string, params?: readonly SqlValue[]) => Promise<Row | undefined>
  /**
   * All rows in which what `before` ends with, such as `… AND address`, is one of the values.
   * `after` goes on from there, and is asked anew for each some hundred values.
   */
  readonly allIn: <Row>(question: ManyQuestion) => Promise<Row[]>
}

export type ManyQuestion = {
  readonly before: string
  /** Of the marks in `before`. */
  readonly params: readonly SqlValue[]
  /** Texts or whole numbers, of one kind. */
  readonly values: readonly SqlValue[]
  readonly after?: string
}

/** A transaction. `?` marks parameters on every store. */
export type Tx = Reader & {
  readonly run: (sql: string, params?: readonly SqlValue[]) => Promise<{ readonly changes: number }>
  /**
   * Inserts rows into `table (columns)`, in their order; `tail` is what follows, such as ON
   * CONFLICT. No bytes.
   */
  readonly insert: (
    into: string, rows: readonly (readonly SqlValue[])[], tail?: string,
  ) => Promise<{ readonly changes: number }>
}

export type SqlValue = string | number | null | Uint8Array

/**
 * The store. SQL in it is the portable part that SQLite and PostgreSQL share; the interface is the
 * same on both and so are its contract tests.
 */
export type Store = Reader & {
  readonly kind: 'sqlite' | 'postgres'
  /** The file that it lies in, where it does and stays. */
  readonly file?: string
  /**
   * One transaction, durable when it resolves. Retried by itself on serialization failures. One at
   * a time over all processes: numbers of rows rise in the order of commits.
   */
  readonly write: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>
  /** Makes inputs durable; many calls at once share one commit. */
  readonly ingest: (inputs: readonly NewInput[]) => Promise<IngestResult>
  /**
   * Takes new inputs, or such whose lease ran out, in the order in which they came; what logs told
   * goes after all else, and not at all with `withoutLogs`.
   */
  readonly claim: (options: {
    readonly limit: number; readonly leaseMs: number; readonly owner: string; readonly now: number
    readonly withoutLogs?: boolean
  }) => Promise<InboxItem[]>
  /** Tables may be asked about their room; readiness answers with it. */
  readonly health: () => Promise<{ readonly ok: boolean; readonly problem?: string }>
  readonly close: () => Promise<void>
}

export type AddressKey = {
  readonly tenant: string
  /** Normalised: domain in lower case and ASCII, local part untouched unless a table says so. */
  readonly address: string
  /** Empty for the address as such; else the list or stream the state hangs on. */
  readonly list: string
}

export type EventRow = {
  readonly seq: number
  readonly id: string
  readonly tenant: string
  readonly inboxId: number
  readonly source: string
  readonly address: string
  readonly list: string
  readonly receivedAt: number
  readonly occurredAt: number
  readonly trust: Trust
  /** Whether it may count: trusted enough, no echo, no sender's fault is asked by the policy. */
  readonly counted: boolean
  readonly incident: string | undefined
  readonly event: CaromEvent
}

export type SuppressionRow = AddressKey & {
  readonly reason: string
  /** `policy`, `manual`, `import`, `complaint`, `unsubscribe`, or the name of a sending system. */
  readonly origin: string
  readonly createdAt: number
  /** Absent: until lifted. */
  readonly expiresAt?: number
  /** The incident or event that proves it. */
  readonly proof?: string
  readonly actor: string
  readonly note?: string
}

export type AuditRow = {
  readonly seq: number
  readonly tenant: string
  readonly at: number
  /** `policy`, `key:<prefix>`, `cli`, `import` … */
  readonly actor: string
  /** `suppressed`, `lifted`, `paused`, `undone`, `held`, `erased`, `policy-changed` … */
  readonly action: string
  readonly address: string
  readonly list: string
  /** JSON: before, after, policy version, track, meters, incidents, note. */
  readonly detail: string
  readonly previousHash: string
  readonly hash: string
}

export type SourceType =
  | 'smtp' | 'lmtp' | 'http' | 'webhook' | 'imap' | 'pop3' | 'maildir' | 'mbox' | 'pipe' | 'log'
  | 'syslog' | 'journald'

export type SourceRow = {
  readonly id: string
  readonly tenant: string
  readonly type: SourceType
  readonly name: string
  readonly vendor?: string
  /** JSON, secrets apart. */
  readonly settings: string
  readonly enabled: boolean
  readonly createdAt: number
  readonly lastInputAt?: number
  readonly lastErrorAt?: number
  readonly lastError?: string
  readonly inputs: number
  readonly events: number
}

export type OutboxRow = {
  readonly id: number
  readonly endpoint: string
  /** Deliveries of one ordering key are made one after the other. */
  readonly orderingKey: string
  readonly type: string
  readonly payload: string
  readonly createdAt: number
  readonly nextAt: number
  readonly attempts: number
  readonly state: 'waiting' | 'delivered' | 'dead'
  readonly lastError?: string
}
