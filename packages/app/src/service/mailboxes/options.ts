// What an operator says about mailboxes that people look through.

/** What is needed of an account of its type is there: whoever reads the configuration checks it. */
export type ConfiguredMailbox = {
  readonly name: string
  readonly type: 'imap' | 'maildir'
  readonly host?: string | undefined
  readonly port?: number | undefined
  readonly security: 'tls' | 'starttls' | 'plain'
  readonly user?: string | undefined
  readonly password?: string | undefined
  readonly serverName?: string | undefined
  readonly path?: string | undefined
  readonly addresses: readonly string[]
  readonly bouncedFolder: string
}

export type MailboxesOptions = {
  readonly accounts: readonly ConfiguredMailbox[]
  /** File of the key that passwords are encrypted with. @default beside the store */
  readonly keyFile?: string | undefined
  /** Maildirs below these folders may be added while the service runs. */
  readonly maildirRoots: readonly string[]
  /** Certificates (PEM) of an own authority of mail servers. */
  readonly authorityFile?: string | undefined
}

export const MAILBOXES_DEFAULTS: MailboxesOptions = { accounts: [], maildirRoots: [] }

export const MAILBOX_DEFAULTS = {
  security: 'tls', bouncedFolder: 'Bounced',
} as const

/** The settings that an account of a type cannot do without. */
export const NEEDED: Readonly<Record<ConfiguredMailbox['type'], readonly (
  keyof ConfiguredMailbox)[]>> = {
  imap: ['host', 'user', 'password'], maildir: ['path'],
}

/** Where the key lies: beside an SQLite store, else where the service runs. */
export function keyFileOf(
  { keyFile }: Pick<MailboxesOptions, 'keyFile'>, storeUrl: string,
): string {
  if (keyFile !== undefined) return keyFile
  const isFile = !/^postgres(?:ql)?:/.test(storeUrl) && storeUrl !== ':memory:'
  return isFile ? `${storeUrl.replace(/^sqlite:/, '')}.key` : './carom.key'
}
