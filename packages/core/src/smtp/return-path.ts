// Envelope senders that carry another address within: BATV tags, SRS rewrites, classic VERP. All
// are read without being verified: they say whom a bounce may be about, never that it is genuine.

export type BatvAddress = {
  readonly scheme: 'prvs' | 'btv1' | 'msprvs1'
  readonly tag: string
  /** The sender without its tag. */
  readonly address: string
}

/** `prvs=KDDDSSSSSS=local@domain`; Barracuda writes `btv1==TAG==`, SparkPost `msprvs1=TAG=`. */
const BATV = /^(prvs|btv1|msprvs1)={1,2}([a-z0-9+/_-]{4,64})={1,2}(?=[^=])/i
/** `SRS0=HHH=TT=domain=local`; the sign after the number may be `=`, `+` or `-`. */
const SRS0 = /^srs0[=+-]([^=]{2,64})=([^=]{1,4})=([^=]{1,255})=(.{1,255})$/i
/** `SRS1=HHH=forwarder==HHH=TT=domain=local`: the rest is an SRS0 address without its name. */
const SRS1 = /^srs1[=+-][^=]{2,64}=[^=]{1,255}=[=+-](.{1,700})$/i
/** A domain, since a `=` in a local part may mean anything. */
const DOMAIN = /^[a-z0-9](?:[a-z0-9-]{0,62}\.){1,10}[a-z0-9-]{2,63}$/i
/** ezmlm and others: `list-return-123-user=example.com@lists.example`. */
const NUMBERED = /^.{1,200}?-\d{1,12}-/
const ADDRESS_CHARS_MAX = 1_000

/** Reads a BATV tag; undefined where there is none. */
export function readBatv(address: string): BatvAddress | undefined {
  const match = BATV.exec(address)
  if (match === null) return undefined
  const scheme = (match[1] as string).toLowerCase() as BatvAddress['scheme']
  return { scheme, tag: match[2] as string, address: address.slice(match[0].length) }
}

/** The address a forwarder rewrote (SRS), followed through any number of forwarders. */
export function readSrs(address: string): string | undefined {
  const local = localPart(address)
  if (local === undefined) return undefined
  const rest = SRS1.exec(local)?.[1]
  const match = SRS0.exec(rest === undefined ? local : 'SRS0=' + rest)
  return match === null ? undefined : `${match[4]}@${match[3]}`
}

/** The recipient in a classic VERP address, `list-bounces+user=example.com@lists.example`. */
export function readVerp(address: string): string | undefined {
  const local = localPart(address)
  if (local === undefined || readBatv(address) !== undefined || readSrs(address) !== undefined) {
    return undefined
  }
  // Sympa doubles the sign: `bounce+user==a==example.com==list@lists.example`.
  const doubled = local.split('==a==')
  const equals = local.lastIndexOf('=')
  const [head, domain] = doubled.length === 2
    ? [doubled[0] as string, (doubled[1] as string).split('==', 1)[0] as string]
    : [local.slice(0, Math.max(equals, 0)), local.slice(equals + 1)]
  if (equals < 0 || !DOMAIN.test(domain)) return undefined
  const user = userOf(head)
  return user === '' ? undefined : `${user}@${domain.toLowerCase()}`
}

/** What follows the list's own name: after the first `+`, or after a number between hyphens. */
function userOf(head: string): string {
  const plus = head.indexOf('+')
  if (plus >= 0) return head.slice(plus + 1)
  const numbered = NUMBERED.exec(head)
  return numbered === null ? '' : head.slice(numbered[0].length)
}

function localPart(address: string): string | undefined {
  const at = address.lastIndexOf('@')
  return at < 1 || address.length > ADDRESS_CHARS_MAX ? undefined : address.slice(0, at)
}
