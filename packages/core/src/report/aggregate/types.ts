// What receivers report in sum about mail in one's name: DMARC aggregate reports (RFC 7489 appendix
// C, RFC 9990) and SMTP TLS reports (RFC 8460). Times are milliseconds since 1970 UTC.

/** What every such report says of itself. */
export type ReportHead = {
  /** Who reports, as it calls itself. */
  readonly reporter: string
  readonly contact?: string
  /** Unique for one reporter and domain. */
  readonly reportId: string
  readonly from: number
  readonly until: number
  /** The domain that it is about, in lower case and A-labels. */
  readonly domain: string
}

export type Disposition = 'none' | 'quarantine' | 'reject'

/** The DMARC record as the reporter saw it. */
export type PublishedPolicy = {
  readonly p?: Disposition
  readonly sp?: Disposition
  readonly np?: Disposition
  readonly adkim?: 'r' | 's'
  readonly aspf?: 'r' | 's'
  /** Share of failing mail that it is applied to (RFC 7489; gone since RFC 9989). */
  readonly pct?: number
  readonly testing?: boolean
}

export type DkimOutcome = {
  readonly domain: string
  readonly selector?: string
  readonly result: string
}

export type SpfOutcome = { readonly domain: string; readonly result: string }

/** Messages from one address that fared alike. */
export type DmarcRecord = {
  readonly ip: string
  readonly messages: number
  readonly disposition: Disposition
  /** Whether DKIM and SPF passed and aligned with the domain in From. */
  readonly dkim: boolean
  readonly spf: boolean
  /** Why the reporter did something else than the policy asks for: `forwarded`, `local_policy` … */
  readonly overrides: readonly string[]
  readonly headerFrom: string
  readonly signatures: readonly DkimOutcome[]
  readonly spfOutcome?: SpfOutcome
}

export type DmarcReport = ReportHead & {
  readonly kind: 'dmarc'
  readonly policy: PublishedPolicy
  /** Faults of the DMARC record that the reporter met. */
  readonly errors: readonly string[]
  readonly records: readonly DmarcRecord[]
}

export type TlsFailure = {
  /** Of the registry of RFC 8460 §4.3, such as `certificate-expired`; others stay as they are. */
  readonly result: string
  readonly sessions: number
  readonly mxHost?: string
  readonly sendingIp?: string
  readonly receivingIp?: string
  /** What the sending server says beside it. */
  readonly detail?: string
}

export type TlsPolicy = {
  /** `sts`, `tlsa`, `no-policy-found`; others stay as they are. */
  readonly type: string
  readonly domain: string
  /** Of an MTA-STS policy: `enforce`, `testing`, `none`. */
  readonly mode?: string
  readonly mxHosts: readonly string[]
  readonly succeeded: number
  readonly failed: number
  readonly failures: readonly TlsFailure[]
}

export type TlsReport = ReportHead & {
  readonly kind: 'tls'
  readonly policies: readonly TlsPolicy[]
}

export type AggregateReport = DmarcReport | TlsReport

/** The report where it could be read, and what was damaged, cut or missing. */
export type AggregateResult<Report extends AggregateReport = AggregateReport> = {
  readonly report: Report | undefined
  readonly problems: readonly string[]
}
