// Enhanced status codes: the 81 of the IANA registry (RFC 5248), and well-known ones of vendors.

import type { EnhancedCode } from '../smtp/enhanced-code.ts'
import { reasonFact } from './reasons.ts'
import type { Reason } from './types.ts'

/**
 * What a code says where the words are silent: a reason, and how far the code alone tells it (0–1).
 */
export type CodeFact = { readonly reason: Reason; readonly trust: number }

export type RegisteredCode = {
  /** `x.1.1`; the x stands for the class. */
  readonly code: string
  /** The registry's sample text. */
  readonly name: string
  readonly meaning: string
  /** `RFC 3463` or the name of a draft. */
  readonly references: readonly string[]
  readonly transient: CodeFact | undefined
  readonly permanent: CodeFact | undefined
}

export type VendorCode = {
  /** `x.7.32`, or a range of details: `x.7.606-649`. */
  readonly code: string
  readonly vendor: string
  readonly meaning: string
  readonly fact: CodeFact
  /** The registry gives the number another meaning. */
  readonly registered: boolean
}

/** RFC 3463 §3.1: what the first digit says. */
export const CLASS_MEANINGS: Readonly<Record<2 | 4 | 5, string>> = {
  2: 'Success: the message was delivered or passed on.',
  4: 'Persistent transient failure: sending again later may succeed.',
  5: 'Permanent failure: sending the same message again will not help.',
}

/** RFC 3463 §3.2: what the second number says. */
export const SUBJECT_MEANINGS: readonly string[] = [
  'Nothing more than the class is said.',
  'About an address, of the recipient or of the sender.',
  'About the mailbox of the recipient.',
  'About the receiving mail system.',
  'About the network or the route.',
  'About the SMTP dialog.',
  'About the content of the message or its conversion.',
  'About security or policy.',
]

// code | name | meaning | references (RFC numbers) | 4: reason, trust in % | 5: the same, or = for
// "as 4".
const ROWS = `
0.0|Other undefined Status|Only the class is known; the text has to decide.|3463||
1.0|Other address status|Something about an address, of the recipient or of the sender.|3463|mailbox-busy 40|mailbox-unknown 40
1.1|Bad destination mailbox address|The part before the @ does not exist there: user unknown.|3463|mailbox-unknown 45|mailbox-unknown 85
1.2|Bad destination system address|The domain of the recipient does not exist or takes no mail.|3463|domain-unknown 45|domain-unknown 65
1.3|Bad destination mailbox address syntax|The recipient's address is malformed.|3463|address-syntax 45|address-syntax 75
1.4|Destination mailbox address ambiguous|The address fits more than one recipient, and the server will not choose.|3463|mailbox-unknown 40|mailbox-unknown 60
1.5|Destination address valid|The recipient's address is good; meant for positive reports.|3463||
1.6|Destination mailbox has moved, No forwarding address|The mailbox existed and has moved; nobody knows where to.|3463|mailbox-moved 45|mailbox-moved 80
1.7|Bad sender's mailbox address syntax|The sender's address is malformed.|3463|sender-rejected 70|sender-rejected 75
1.8|Bad sender's system address|The sender's domain does not exist or takes no replies.|3463|sender-rejected 75|sender-rejected 80
1.9|Message relayed to non-compliant mailer|Passed to a system that gives no delivery reports.|3886|delivered 50|=
1.10|Recipient address has null MX|The recipient's domain says that it takes no mail at all.|7505,7504|domain-no-mail 45|domain-no-mail 70
2.0|Other or undefined mailbox status|Something about the mailbox, not said what.|3463|mailbox-busy 45|mailbox-busy 40
2.1|Mailbox disabled, not accepting messages|The mailbox exists but takes no mail, for a while or for good.|3463|mailbox-busy 50|mailbox-disabled 50
2.2|Mailbox full|The mailbox is over its quota.|3463|mailbox-full 85|=
2.3|Message length exceeds administrative limit|The message is larger than this mailbox may receive.|3463|too-large 75|=
2.4|Mailing list expansion problem|The address is a mailing list, and the server could not work out its members.|3463|server-error 50|=
3.0|Other or undefined mail system status|Something about the receiving system, not said what.|3463|server-error 45|server-error 50
3.1|Mail system full|The receiving system, not only the mailbox, has no space.|3463|system-full 75|=
3.2|System not accepting network messages|The host takes no mail at present, or with 521 never.|3463,7504|server-busy 60|domain-no-mail 45
3.3|System not capable of selected features|The receiving system cannot do something that the message needs.|3463|server-error 45|content-rejected 45
3.4|Message too big for system|The message is larger than the system takes.|3463|too-large 85|=
3.5|System incorrectly configured|The receiving system is set up wrongly.|3463|server-error 70|=
3.6|Requested priority was changed|Taken, with another priority than asked for.|6710|delivered 50|=
4.0|Other or undefined network or routing status|Something about the network or the route, not said what.|3463|network-error 50|network-error 45
4.1|No answer from host|No host answered. As 5.4.1 with "Access denied" Exchange Online means an unknown recipient.|3463|network-error 80|mailbox-unknown 45
4.2|Bad connection|The connection broke or could not be used.|3463|network-error 80|=
4.3|Directory server failure|A DNS or directory lookup failed at the server.|3463|dns-failure 60|=
4.4|Unable to route|No way to the domain: no usable MX or address record, or a rule forbids it.|3463|routing-error 45|domain-unknown 55
4.5|Mail system congestion|The mail system is congested; Gmail says so of sending limits.|3463|server-busy 60|rate-limited 50
4.6|Routing loop detected|The message goes round between hosts.|3463|routing-error 80|=
4.7|Delivery time expired|The message was in the queue for too long and was given up.|3463|expired 80|=
5.0|Other or undefined protocol status|Something about the dialog; many servers use it for anything, outlook.com for unknown users.|3463|protocol-error 40|unknown 20
5.1|Invalid command|A command was unknown or out of order.|3463|protocol-error 45|=
5.2|Syntax error|A command could not be read.|3463|protocol-error 45|=
5.3|Too many recipients|One message named more recipients than allowed.|3463|too-many-recipients 80|=
5.4|Invalid command arguments|The arguments of a command are wrong or not supported.|3463|protocol-error 45|=
5.5|Wrong protocol version|The two sides speak versions that do not fit.|3463|protocol-error 60|=
5.6|Authentication Exchange line is too long|A line of the login exchange is too long.|4954|protocol-error 70|=
6.0|Other or undefined media error|Something about the content, not said what.|3463|content-rejected 40|=
6.1|Media not supported|The type of content is not accepted.|3463|content-rejected 55|=
6.2|Conversion required and prohibited|The content had to be converted, and the sender forbids it.|3463|content-rejected 50|=
6.3|Conversion required but not supported|The content had to be converted, and the server cannot.|3463|content-rejected 50|=
6.4|Conversion with loss performed|The content was converted and lost something on the way.|3463|content-rejected 40|=
6.5|Conversion Failed|The conversion was tried and failed.|3463|content-rejected 50|=
6.6|Message content not available|Content to be fetched by reference (BURL) could not be had.|4468|content-rejected 50|=
6.7|Non-ASCII addresses not permitted for that sender/recipient|An address with letters beyond ASCII is not allowed here.|6531|protocol-error 60|=
6.8|UTF-8 string reply is required, but not permitted by the SMTP client|The reply needs UTF-8, and the client did not ask for it.|6531|protocol-error 60|=
6.9|UTF-8 header message cannot be transferred to one or more recipients, so the message must be rejected|The UTF-8 headers cannot be passed on to some recipient.|6531|protocol-error 60|=
6.10|Duplicate of X.6.8 (deprecated)|Published by mistake and retired; means x.6.8.|6531|protocol-error 60|=
7.0|Other or undefined security status|Something about security or policy, not said what.|3463|policy 40|=
7.1|Delivery not authorized, message refused|Refused for any reason of policy: spam, block list, relaying, rights; the text decides.|3463|policy 40|=
7.2|Mailing list expansion prohibited|The sender may not post to this mailing list.|3463|recipient-restricted 40|recipient-restricted 45
7.3|Security conversion required but not possible|Encryption has to change between two hops and cannot.|3463|tls-required 50|=
7.4|Security features not supported|A security feature or login mechanism is not supported.|3463|smtp-auth-required 55|=
7.5|Cryptographic failure|The message could not be decrypted or verified.|3463|auth-failure 45|=
7.6|Cryptographic algorithm not supported|The cryptographic algorithm is not supported.|3463|auth-failure 50|=
7.7|Message integrity failure|The message was changed on the way, or its check says so.|3463|auth-failure 50|=
7.8|Authentication credentials invalid|User name or password of the sending client are wrong.|4954|smtp-auth-required 85|=
7.9|Authentication mechanism is too weak|The login mechanism is too weak; some say it of mail without SPF or DKIM.|4954|smtp-auth-required 50|=
7.10|Encryption Needed|An encrypted connection is needed.|5248|tls-required 80|=
7.11|Encryption required for requested authentication mechanism|This login needs an encrypted connection.|4954|tls-required 75|=
7.12|A password transition is needed|The sender has to renew the password once.|4954|smtp-auth-required 75|=
7.13|User Account Disabled|The account that sends is disabled, by the registry; some mean the recipient's.|5248|smtp-auth-required 40|=
7.14|Trust relationship required|The server wants another proof of trust, such as a login in the browser.|5248|smtp-auth-required 70|=
7.15|Priority Level is too low|The priority of the message is too low to be taken now.|6710|server-busy 60|policy 60
7.16|Message is too big for the specified priority|The message is too large for its priority.|6710|too-large 75|=
7.17|Mailbox owner has changed|The mailbox now belongs to another person than the sender means.|7293|mailbox-moved 45|mailbox-moved 85
7.18|Domain owner has changed|The domain now belongs to someone else.|7293|mailbox-moved 45|mailbox-moved 80
7.19|RRVS test cannot be completed|The server cannot tell how long the owner has had the mailbox.|7293|policy 50|=
7.20|No passing DKIM signature found|No DKIM signature of the message holds.|7372,6376|auth-failure 90|=
7.21|No acceptable DKIM signature found|DKIM signatures hold, but none is accepted here.|7372,6376|auth-failure 90|=
7.22|No valid author-matched DKIM signature found|No DKIM signature belongs to the author's domain.|7372,6376|auth-failure 90|=
7.23|SPF validation failed|The SPF check failed.|7372,7208|auth-failure 90|=
7.24|SPF validation error|The SPF check ended in an error; as 4.7.24 the lookup failed for now.|7372,7208|dns-failure 50|auth-failure 75
7.25|Reverse DNS validation failed|Reverse DNS of the sending address does not confirm it.|7372|reverse-dns 90|=
7.26|Multiple authentication checks failed|Several of SPF, DKIM and DMARC failed together.|7372|auth-failure 90|=
7.27|Sender address has null MX|The sender's domain takes no mail, so nobody can reply.|7505|sender-rejected 45|=
7.28|Mail flood detected|The sender sends an unusual flood of mail.|draft-levine-mailbomb-header|rate-limited 65|rate-limited 60
7.29|ARC validation failure|The ARC chain does not hold.|8617|auth-failure 50|=
7.30|REQUIRETLS support required|The message demands REQUIRETLS, and the next hop cannot.|8689|tls-required 45|=`

// code, a + where the registry gives the number another meaning | vendor | meaning | reason | trust
// in %.
const VENDOR_ROWS = `
7.24+|Gmail|The SPF record of the sending domain is suspicious.|auth-failure|75
7.27+|Gmail|SPF does not pass.|auth-failure|75
7.28+|Gmail|Unusual rate of mail from this IP address or domain.|rate-limited|65
7.29+|Gmail|TLS is required.|tls-required|70
7.30+|Gmail|DKIM does not pass.|auth-failure|75
7.32|Gmail|The From domain is aligned with neither SPF nor DKIM.|auth-failure|85
7.40|Gmail|The sending domain has no DMARC record.|auth-failure|80
2.1+|Gmail|The recipient gets mail faster than allowed, where the text speaks of a rate.|mailbox-busy|50
16.0-99|Yahoo|Deferred for complaints or unusual traffic.|ip-reputation|60
1.10+|Microsoft|Recipient not found.|mailbox-unknown|70
1.20|Microsoft|Several From addresses and no Sender.|not-rfc-compliant|75
1.90|Microsoft|The daily sending limit of the account is reached.|rate-limited|80
1.351|Microsoft|The next server said that the recipient is unknown.|mailbox-unknown|70
0.350|Microsoft|A wrapper round an inner reply, which counts.|unknown|20
2.14|Microsoft|The forwarding address is set up wrongly.|server-error|70
2.121|Microsoft|This sender's hourly limit for the recipient is reached.|mailbox-busy|80
2.122|Microsoft|The recipient's hourly receiving limit is reached.|mailbox-busy|80
4.1+|Microsoft|Recipient address rejected, where the text says "Access denied".|mailbox-unknown|60
4.11|Microsoft|Too many messages written by agents in a row: a loop.|routing-error|75
4.14|Microsoft|Routing loop detected.|routing-error|75
4.24-28|Microsoft|The message could not be replicated at the receiver.|server-error|70
4.300|Microsoft|The message expired in the queue.|expired|75
4.310|Microsoft|The DNS domain does not exist.|domain-unknown|75
4.312|Microsoft|The DNS query failed.|dns-failure|75
4.316|Microsoft|The connection was refused.|network-error|75
4.317|Microsoft|Cannot connect to the remote server, or it wants TLS.|network-error|50
4.318|Microsoft|The remote server behaves suspiciously.|network-error|60
5.0+|Microsoft|Mailbox unavailable at outlook.com: mostly an unknown user.|mailbox-unknown|45
6.11|Microsoft|Invalid characters in the message.|not-rfc-compliant|75
7.12+|Microsoft|The mailbox takes mail only from its own organisation.|recipient-restricted|60
7.13+|Microsoft|The public folder takes no mail from outside.|recipient-restricted|60
7.51|Microsoft|A connector wants another certificate or IP address.|tls-required|60
7.57|Microsoft|The client did not log in.|smtp-auth-required|75
7.64|Microsoft|No connector fits: relaying denied.|relay-denied|75
7.124|Microsoft|The sender is not on the group's list of allowed senders.|recipient-restricted|80
7.133-136|Microsoft|The group, mailbox or folder takes mail only from inside.|recipient-restricted|80
7.321-324|Microsoft|TLS, certificate, DANE or DNSSEC failed.|tls-required|80
7.500|Microsoft|The server is busy.|server-busy|70
7.501-503|Microsoft|Banned for spam.|ip-reputation|75
7.504|Microsoft|Recipient address rejected.|mailbox-unknown|70
7.505|Microsoft|Banned recipient.|mailbox-disabled|70
7.506|Microsoft|Bad HELO.|reverse-dns|80
7.507|Microsoft|The recipient's organisation blocks the sender.|recipient-refused|75
7.508|Microsoft|Too many messages from this IPv6 range.|rate-limited|80
7.509|Microsoft|DMARC does not pass.|auth-failure|90
7.510|Microsoft|The recipient takes no mail over IPv6.|policy|70
7.511|Microsoft|Banned sender.|ip-reputation|75
7.512|Microsoft|No valid From address (RFC 5322 §3.6.2).|not-rfc-compliant|80
7.513|Microsoft|On the block list of the recipient's organisation.|ip-reputation|60
7.515|Microsoft|A bulk sender without passing SPF, DKIM and DMARC.|auth-failure|90
7.606-649|Microsoft|Banned sending IP address.|ip-reputation|90
7.650-651|Microsoft|Slowed down for the reputation of the IP address.|ip-reputation|90
7.652|Microsoft|Too many connections from this IP address.|rate-limited|85
7.700-749|Microsoft|The sending tenant is over its limit or banned.|ip-reputation|60
7.750|Microsoft|The tenant sends from domains that it has not registered.|sender-rejected|75
7.850-899|Microsoft|Suspicious activity on the IP address; restricted for now.|ip-reputation|75
7.900-999|Microsoft|Delivery not authorised.|policy|50`

export const ENHANCED_CODES: readonly RegisteredCode[] = lines(ROWS).map(readRow)

export const VENDOR_CODES: readonly VendorCode[] = lines(VENDOR_ROWS).map((row) => {
  const [code = '', vendor = '', meaning = '', reason, trust] = row.split('|')
  const registered = code.endsWith('+')
  return {
    code: `x.${registered ? code.slice(0, -1) : code}`, vendor, meaning, registered,
    fact: { reason: reason as Reason, trust: Number(trust) / 100 },
  }
})

const REGISTERED: ReadonlyMap<string, RegisteredCode> = new Map(
  ENHANCED_CODES.map((row) => [row.code, row]),
)

/** A subject alone tells less than one of its details. */
const SUBJECT_TRUST = 0.8
/** 2.y.z says that all went well. */
const SUCCESS: CodeFact = { reason: 'delivered', trust: 0.4 }

/** Below one half nothing is suppressed: a 4.y.z alone says that the address may be good. */
const TRANSIENT_TRUST_MAX = 0.45

const FACTS: ReadonlyMap<number, CodeFact | undefined> = collectFacts()

/** The reason a code stands for: by its detail, else its subject, else nothing (RFC 3463 §2). */
export function enhancedCodeFact(code: EnhancedCode): CodeFact | undefined {
  if (code.class === 2) return SUCCESS
  const key = keyOf(code.class, code.subject, code.detail)
  if (FACTS.has(key)) return FACTS.get(key)
  const subject = FACTS.get(keyOf(code.class, code.subject, 0))
  return subject && { reason: subject.reason, trust: subject.trust * SUBJECT_TRUST }
}

/** The row of the registry. */
export function registeredCode(subject: number, detail: number): RegisteredCode | undefined {
  return REGISTERED.get(`x.${subject}.${detail}`)
}

/** What vendors mean by the code, apart from the registry. */
export function vendorCodes(subject: number, detail: number): readonly VendorCode[] {
  return VENDOR_CODES.filter((row) => {
    const [first, from, to] = rangeOf(row)
    return first === subject && from <= detail && detail <= to
  })
}

function collectFacts(): Map<number, CodeFact | undefined> {
  const facts = new Map<number, CodeFact | undefined>()
  for (const row of VENDOR_CODES) {
    const [subject, from, to] = rangeOf(row)
    if (row.registered) continue
    for (let detail = from; detail <= to; detail++) {
      facts.set(keyOf(4, subject, detail), whenTransient(row.fact))
      facts.set(keyOf(5, subject, detail), row.fact)
    }
  }
  for (const { code, transient, permanent } of ENHANCED_CODES) {
    const [, subject, detail] = code.split('.').map(Number) as [number, number, number]
    facts.set(keyOf(4, subject, detail), transient)
    facts.set(keyOf(5, subject, detail), permanent)
  }
  return facts
}

function whenTransient(fact: CodeFact): CodeFact {
  const suppresses = reasonFact(fact.reason).remedy === 'suppress'
  return suppresses ? { ...fact, trust: Math.min(fact.trust, TRANSIENT_TRUST_MAX) } : fact
}

function rangeOf(row: VendorCode): [subject: number, from: number, to: number] {
  const [, subject, details = ''] = row.code.split('.')
  const [from, to] = details.split('-').map(Number)
  return [Number(subject), from as number, to ?? from as number]
}

function keyOf(first: number, subject: number, detail: number): number {
  return (first * 1000 + subject) * 1000 + detail
}

/** The rows of a table, without the line break it starts with. */
function lines(table: string): string[] {
  return table.slice(1).split('\n')
}

function readRow(row: string): RegisteredCode {
  const [code, name = '', meaning = '', references = '', transient = '', permanent = ''] =
    row.split('|')
  return {
    code: `x.${code}`, name, meaning,
    references: references.split(',').map((one) => /^\d/.test(one) ? `RFC ${one}` : one),
    transient: readFact(transient),
    permanent: readFact(permanent === '=' ? transient : permanent),
  }
}

function readFact(text: string): CodeFact | undefined {
  const [reason, trust] = text.split(' ')
  return trust === undefined ? undefined : { reason: reason as Reason, trust: Number(trust) / 100 }
}
