// Mailboxes that people look through: accounts, folders, messages and marks, as the API sees them.

/** How an account is reached; what is secret goes in and never comes out. */
export type AccountInput =
  | {
    readonly kind: 'imap'
    readonly host: string
    readonly port?: number
    readonly security: 'tls' | 'starttls' | 'plain'
    readonly user: string
    readonly password: string
    readonly serverName?: string
  }
  | { readonly kind: 'maildir'; readonly path: string }

export type MailboxInput = {
  readonly name: string
  readonly account: AccountInput
  /** Addresses whose mail comes here: only what was sent to one of them is bounced. */
  readonly addresses: readonly string[]
  /** Where bounced messages are put; made where it is missing. */
  readonly bouncedFolder: string
}

export type MailboxView = {
  readonly id: string
  readonly name: string
  readonly kind: 'imap' | 'maildir'
  /** `user@host`, or the path of the folder. */
  readonly place: string
  readonly addresses: readonly string[]
  readonly bouncedFolder: string
  /** Written in the configuration, or added while the service ran. */
  readonly origin: 'config' | 'added'
  readonly createdAt?: number
  readonly marked: number
  /** What went wrong when it was last asked. */
  readonly problem?: string
}

export type FolderView = {
  readonly name: string
  /** `inbox`, `sent`, `drafts`, `trash`, `junk`, `archive`; absent: none of these. */
  readonly use?: string
  readonly messages: number
  readonly unseen: number
}

export type Flag = 'seen' | 'answered' | 'flagged' | 'draft' | 'deleted'

export type Mark = 'bounce'

/** One line of the list. Its texts have no control characters, and none that turn text round. */
export type MessageRow = {
  readonly key: string
  readonly folder: string
  readonly subject: string
  readonly author: string
  readonly to: string
  /** When it came in. */
  readonly receivedAt: number
  readonly size: number
  readonly flags: readonly Flag[]
  readonly hasAttachments?: boolean
  readonly messageId?: string
  readonly mark?: Mark
}

/** The last row of a page: its number, and its name where numbers may be the same. */
export type PagePlace = readonly [number, string]

export type MessagePage = {
  readonly rows: readonly MessageRow[]
  /** Messages of the folder, or those that were found. */
  readonly total: number
  readonly marked: number
  /** Where the next page begins; absent at the end. */
  readonly next?: PagePlace
}

export type Attachment = { readonly name: string; readonly type: string; readonly size: number }

/** A message to be looked at: texts only, nothing in it is ever fetched or run. */
export type MessagePreview = MessageRow & {
  readonly text: string
  /** The text was longer. */
  readonly isCut: boolean
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  readonly attachments: readonly Attachment[]
}

export type ListQuery = {
  readonly folder: string
  readonly limit: number
  readonly after?: PagePlace
  readonly search?: string
  readonly marked?: boolean
}

/** A message as it lies in its mailbox. */
export type FetchedMessage = {
  readonly key: string
  readonly bytes: Uint8Array
  /** Bytes of the whole message, where more than are read. */
  readonly size: number
  readonly receivedAt: number
  readonly folder: string
}

/** What is wrong with a mailbox; `code` is stable. */
export class MailboxError extends Error {
  override readonly name = 'MailboxError'
  readonly code: 'not-found' | 'unavailable' | 'invalid'

  constructor(code: MailboxError['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** What the API needs. Everything is of one tenant. A `MailboxError` says what is wrong. */
export type MailboxAdmin = {
  readonly list: (tenant: string) => Promise<readonly MailboxView[]>
  /** Connects first: what cannot be reached is not kept. */
  readonly add: (tenant: string, actor: string, input: MailboxInput) => Promise<MailboxView>
  readonly remove: (tenant: string, actor: string, id: string) => Promise<void>
  readonly test: (tenant: string, id: string) => Promise<{
    readonly ok: boolean; readonly answer: string
  }>
  readonly folders: (tenant: string, id: string) => Promise<readonly FolderView[]>
  readonly messages: (tenant: string, id: string, query: ListQuery) => Promise<MessagePage>
  /** Undefined where the message is gone. */
  readonly preview: (
    tenant: string, id: string, key: string,
  ) => Promise<MessagePreview | undefined>
  readonly raw: (tenant: string, id: string, key: string) => Promise<FetchedMessage | undefined>
  /** How many marks were set or taken away. */
  readonly mark: (
    tenant: string, actor: string, id: string, keys: readonly string[], mark: Mark | null,
  ) => Promise<number>
}

/** What bouncing needs of mailboxes. A `MailboxError` says what is wrong. */
export type MailAccess = {
  /** Undefined where the message is gone. */
  readonly fetch: (
    tenant: string, mailbox: string, key: string,
  ) => Promise<FetchedMessage | undefined>
  /** Marked messages, those first that were marked first. */
  readonly marked: (
    tenant: string, mailbox: string, limit: number, offset: number,
  ) => Promise<{ readonly keys: readonly string[]; readonly total: number }>
  /** Takes the mark of a message away that is gone. */
  readonly forget: (tenant: string, mailbox: string, key: string) => Promise<void>
  readonly addresses: (tenant: string, mailbox: string) => Promise<readonly string[]>
  /** Takes the mark away and puts the message where bounced ones go; answers where that is. */
  readonly moveBounced: (tenant: string, mailbox: string, key: string) => Promise<string>
}
