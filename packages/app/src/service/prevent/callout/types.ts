// Asking a mail server whether it knows a mailbox, without sending anything (RFC 5321 §3.3): off
// unless somebody who knows the risk switches it on.

/**
 * - `invalid`: the server said in so many words that there is no such mailbox, and takes others.
 * - `accepted`: it took the recipient; mail may bounce all the same.
 * - `catch-all`: it takes any name at the domain, so that its yes says nothing.
 * - `unknown`: it was not asked, or did not tell; `why` says which.
 */
export type CalloutVerdict = 'invalid' | 'accepted' | 'catch-all' | 'unknown'

export type CalloutResult = {
  readonly verdict: CalloutVerdict
  /** From 0 to 1: how far the verdict can be trusted. */
  readonly confidence: number
  /** Plain words, or the server's own reply. */
  readonly why: string
}

export type CalloutOptions = {
  /** The name of this host, which must lead to its address and back. */
  readonly helo: string
  /** Who asks; empty: the null sender, as bounces have it. */
  readonly sender: string
  readonly port: number
  /** For each step of a dialog, in ms. */
  readonly timeoutMs: number
  /** Recipients that one connection asks about. */
  readonly perConnection: number
  /** Recipients that one receiver is asked about in a minute, and in a day. */
  readonly perMinute: number
  readonly perDay: number
  /** Of all receivers together, in a day. */
  readonly allPerDay: number
  /** Receivers that are asked at once; each by one connection. */
  readonly receiversAtOnce: number
  /** Hosts, addresses and networks that may be asked though they are no public ones. */
  readonly allowHosts: readonly string[]
}

/** Few enough that nobody takes it for somebody who gathers addresses. */
export const CALLOUT_DEFAULTS: Omit<CalloutOptions, 'helo'> = {
  sender: '', port: 25, timeoutMs: 20_000, perConnection: 5, perMinute: 10, perDay: 200,
  allPerDay: 2_000, receiversAtOnce: 4, allowHosts: [],
}

export const CALLOUT_RISK: string =
  'Asking mail servers about mailboxes looks like gathering addresses. Servers refuse it, answer ' +
  'it wrongly or put the asking address on block lists, and then your mail is refused too. Ask ' +
  'from an address that sends no mail, few times, and only about people who gave you theirs.'

export type Callout = {
  /** Never rejects; waits as long as the limits make it wait. */
  readonly ask: (address: string) => Promise<CalloutResult>
}

/** How much was asked today; kept between runs. */
export type CalloutBook = {
  /** False where the limit of the receiver or of all is used up. */
  readonly take: (receiver: string, n: number) => Promise<boolean>
  /** A receiver that refused is not asked again today. */
  readonly close: (receiver: string) => Promise<void>
}
