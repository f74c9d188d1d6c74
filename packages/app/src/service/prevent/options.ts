// Settings of the checks that keep mail from bouncing.

export type PreventOptions = {
  /** Name servers to ask; the system's where there are none. */
  readonly dnsServers: readonly string[]
  /** Of one try, in ms. */
  readonly dnsTimeoutMs: number
  /** Questions to the DNS at once. */
  readonly dnsConcurrency: number
  /** Longer without a sign of life is inactive, in days. */
  readonly inactiveDays: number
  /** So many mails to one address in seven days, of all lists, are enough. */
  readonly mailsPerWeekMax: number
  /** Of one list that is uploaded to be cleaned. */
  readonly listBytesMax: number
  /** Lists of one tenant at a time. */
  readonly listsMax: number
  /** When an uploaded list is deleted. */
  readonly listKeepHours: number
  /** Addresses and networks that mail is sent from, such as 192.0.2.10 or 2001:db8::/64. */
  readonly senders: readonly string[]
  /** The risks of asking mail servers about mailboxes are known and taken. */
  readonly callout: boolean
  /** The full name of the host that asks them; its own where it is absent. */
  readonly calloutHelo?: string | undefined
  /** Hosts that may be asked though they are no public ones: names, addresses, networks. */
  readonly calloutAllowHosts: readonly string[]
  /** Zones of DNS block lists that are asked about them and about sending domains. */
  readonly blocklists: readonly string[]
  /** rspamd's address, such as http://127.0.0.1:11333. */
  readonly rspamd?: string | undefined
  /** Host and port of spamd. */
  readonly spamd?: string | undefined
}

export const PREVENT_DEFAULTS: PreventOptions = {
  dnsServers: [], dnsTimeoutMs: 3_000, dnsConcurrency: 64, inactiveDays: 365,
  mailsPerWeekMax: 7, listBytesMax: 512 * 1024 * 1024, listsMax: 10, listKeepHours: 24,
  senders: [], blocklists: [], callout: false, calloutAllowHosts: [],
}
