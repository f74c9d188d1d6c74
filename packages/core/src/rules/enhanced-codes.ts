// Enhanced status codes: the 81 of the IANA registry (RFC 5248), and well-known ones of vendors.

import {
  codeRange, registeredFacts, vendorFact, type CodeFact, type RegisteredFacts,
} from './code-facts.ts'

export type RegisteredCode = RegisteredFacts & {
  /** `x.1.1`; the x stands for the class. */
  readonly code: string
  /** The registry's sample text. */
  readonly name: string
  readonly meaning: string
  /** `RFC 3463` or the name of a draft. */
  readonly references: readonly string[]
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

// code | name | meaning | references (RFC numbers).
const ROWS = `
0.0|Other undefined Status|Only the class is known; the text has to decide.|3463
1.0|Other address status|Something about an address, of the recipient or of the sender.|3463
1.1|Bad destination mailbox address|The part before the @ does not exist there: user unknown.|3463
1.2|Bad destination system address|The domain of the recipient does not exist or takes no mail.|3463
1.3|Bad destination mailbox address syntax|The recipient's address is malformed.|3463
1.4|Destination mailbox address ambiguous|The address fits more than one recipient, and the server will not choose.|3463
1.5|Destination address valid|The recipient's address is good; meant for positive reports.|3463
1.6|Destination mailbox has moved, No forwarding address|The mailbox existed and has moved; nobody knows where to.|3463
1.7|Bad sender's mailbox address syntax|The sender's address is malformed.|3463
1.8|Bad sender's system address|The sender's domain does not exist or takes no replies.|3463
1.9|Message relayed to non-compliant mailer|Passed to a system that gives no delivery reports.|3886
1.10|Recipient address has null MX|The recipient's domain says that it takes no mail at all.|7505,7504
2.0|Other or undefined mailbox status|Something about the mailbox, not said what.|3463
2.1|Mailbox disabled, not accepting messages|The mailbox exists but takes no mail, for a while or for good.|3463
2.2|Mailbox full|The mailbox is over its quota.|3463
2.3|Message length exceeds administrative limit|The message is larger than this mailbox may receive.|3463
2.4|Mailing list expansion problem|The address is a mailing list, and the server could not work out its members.|3463
3.0|Other or undefined mail system status|Something about the receiving system, not said what.|3463
3.1|Mail system full|The receiving system, not only the mailbox, has no space.|3463
3.2|System not accepting network messages|The host takes no mail at present, or with 521 never.|3463,7504
3.3|System not capable of selected features|The receiving system cannot do something that the message needs.|3463
3.4|Message too big for system|The message is larger than the system takes.|3463
3.5|System incorrectly configured|The receiving system is set up wrongly.|3463
3.6|Requested priority was changed|Taken, with another priority than asked for.|6710
4.0|Other or undefined network or routing status|Something about the network or the route, not said what.|3463
4.1|No answer from host|No host answered. As 5.4.1 with "Access denied" Exchange Online means an unknown recipient.|3463
4.2|Bad connection|The connection broke or could not be used.|3463
4.3|Directory server failure|A DNS or directory lookup failed at the server.|3463
4.4|Unable to route|No way to the domain: no usable MX or address record, or a rule forbids it.|3463
4.5|Mail system congestion|The mail system is congested; Gmail says so of sending limits.|3463
4.6|Routing loop detected|The message goes round between hosts.|3463
4.7|Delivery time expired|The message was in the queue for too long and was given up.|3463
5.0|Other or undefined protocol status|Something about the dialog; many servers use it for anything, outlook.com for unknown users.|3463
5.1|Invalid command|A command was unknown or out of order.|3463
5.2|Syntax error|A command could not be read.|3463
5.3|Too many recipients|One message named more recipients than allowed.|3463
5.4|Invalid command arguments|The arguments of a command are wrong or not supported.|3463
5.5|Wrong protocol version|The two sides speak versions that do not fit.|3463
5.6|Authentication Exchange line is too long|A line of the login exchange is too long.|4954
6.0|Other or undefined media error|Something about the content, not said what.|3463
6.1|Media not supported|The type of content is not accepted.|3463
6.2|Conversion required and prohibited|The content had to be converted, and the sender forbids it.|3463
6.3|Conversion required but not supported|The content had to be converted, and the server cannot.|3463
6.4|Conversion with loss performed|The content was converted and lost something on the way.|3463
6.5|Conversion Failed|The conversion was tried and failed.|3463
6.6|Message content not available|Content to be fetched by reference (BURL) could not be had.|4468
6.7|Non-ASCII addresses not permitted for that sender/recipient|An address with letters beyond ASCII is not allowed here.|6531
6.8|UTF-8 string reply is required, but not permitted by the SMTP client|The reply needs UTF-8, and the client did not ask for it.|6531
6.9|UTF-8 header message cannot be transferred to one or more recipients, so the message must be rejected|The UTF-8 headers cannot be passed on to some recipient.|6531
6.10|Duplicate of X.6.8 (deprecated)|Published by mistake and retired; means x.6.8.|6531
7.0|Other or undefined security status|Something about security or policy, not said what.|3463
7.1|Delivery not authorized, message refused|Refused for any reason of policy: spam, block list, relaying, rights; the text decides.|3463
7.2|Mailing list expansion prohibited|The sender may not post to this mailing list.|3463
7.3|Security conversion required but not possible|Encryption has to change between two hops and cannot.|3463
7.4|Security features not supported|A security feature or login mechanism is not supported.|3463
7.5|Cryptographic failure|The message could not be decrypted or verified.|3463
7.6|Cryptographic algorithm not supported|The cryptographic algorithm is not supported.|3463
7.7|Message integrity failure|The message was changed on the way, or its check says so.|3463
7.8|Authentication credentials invalid|User name or password of the sending client are wrong.|4954
7.9|Authentication mechanism is too weak|The login mechanism is too weak; some say it of mail without SPF or DKIM.|4954
7.10|Encryption Needed|An encrypted connection is needed.|5248
7.11|Encryption required for requested authentication mechanism|This login needs an encrypted connection.|4954
7.12|A password transition is needed|The sender has to renew the password once.|4954
7.13|User Account Disabled|The account that sends is disabled, by the registry; some mean the recipient's.|5248
7.14|Trust relationship required|The server wants another proof of trust, such as a login in the browser.|5248
7.15|Priority Level is too low|The priority of the message is too low to be taken now.|6710
7.16|Message is too big for the specified priority|The message is too large for its priority.|6710
7.17|Mailbox owner has changed|The mailbox now belongs to another person than the sender means.|7293
7.18|Domain owner has changed|The domain now belongs to someone else.|7293
7.19|RRVS test cannot be completed|The server cannot tell how long the owner has had the mailbox.|7293
7.20|No passing DKIM signature found|No DKIM signature of the message holds.|7372,6376
7.21|No acceptable DKIM signature found|DKIM signatures hold, but none is accepted here.|7372,6376
7.22|No valid author-matched DKIM signature found|No DKIM signature belongs to the author's domain.|7372,6376
7.23|SPF validation failed|The SPF check failed.|7372,7208
7.24|SPF validation error|The SPF check ended in an error; as 4.7.24 the lookup failed for now.|7372,7208
7.25|Reverse DNS validation failed|Reverse DNS of the sending address does not confirm it.|7372
7.26|Multiple authentication checks failed|Several of SPF, DKIM and DMARC failed together.|7372
7.27|Sender address has null MX|The sender's domain takes no mail, so nobody can reply.|7505
7.28|Mail flood detected|The sender sends an unusual flood of mail.|draft-levine-mailbomb-header
7.29|ARC validation failure|The ARC chain does not hold.|8617
7.30|REQUIRETLS support required|The message demands REQUIRETLS, and the next hop cannot.|8689`

// code, a + where the registry gives the number another meaning | vendor | meaning.
const VENDOR_ROWS = `
7.24+|Gmail|The SPF record of the sending domain is suspicious.
7.27+|Gmail|SPF does not pass.
7.28+|Gmail|Unusual rate of mail from this IP address or domain.
7.29+|Gmail|TLS is required.
7.30+|Gmail|DKIM does not pass.
7.32|Gmail|The From domain is aligned with neither SPF nor DKIM.
7.40|Gmail|The sending domain has no DMARC record.
2.1+|Gmail|The recipient gets mail faster than allowed, where the text speaks of a rate.
16.0-99|Yahoo|Deferred for complaints or unusual traffic.
1.10+|Microsoft|Recipient not found.
1.20|Microsoft|Several From addresses and no Sender.
1.90|Microsoft|The daily sending limit of the account is reached.
1.351|Microsoft|The next server said that the recipient is unknown.
0.350|Microsoft|A wrapper round an inner reply, which counts.
2.14|Microsoft|The forwarding address is set up wrongly.
2.121|Microsoft|This sender's hourly limit for the recipient is reached.
2.122|Microsoft|The recipient's hourly receiving limit is reached.
4.1+|Microsoft|Recipient address rejected, where the text says "Access denied".
4.11|Microsoft|Too many messages written by agents in a row: a loop.
4.14|Microsoft|Routing loop detected.
4.24-28|Microsoft|The message could not be replicated at the receiver.
4.300|Microsoft|The message expired in the queue.
4.310|Microsoft|The DNS domain does not exist.
4.312|Microsoft|The DNS query failed.
4.316|Microsoft|The connection was refused.
4.317|Microsoft|Cannot connect to the remote server, or it wants TLS.
4.318|Microsoft|The remote server behaves suspiciously.
5.0+|Microsoft|Mailbox unavailable at outlook.com: mostly an unknown user.
6.11|Microsoft|Invalid characters in the message.
7.12+|Microsoft|The mailbox takes mail only from its own organisation.
7.13+|Microsoft|The public folder takes no mail from outside.
7.51|Microsoft|A connector wants another certificate or IP address.
7.57|Microsoft|The client did not log in.
7.64|Microsoft|No connector fits: relaying denied.
7.124|Microsoft|The sender is not on the group's list of allowed senders.
7.133-136|Microsoft|The group, mailbox or folder takes mail only from inside.
7.321-324|Microsoft|TLS, certificate, DANE or DNSSEC failed.
7.500|Microsoft|The server is busy.
7.501-503|Microsoft|Banned for spam.
7.504|Microsoft|Recipient address rejected.
7.505|Microsoft|Banned recipient.
7.506|Microsoft|Bad HELO.
7.507|Microsoft|The recipient's organisation blocks the sender.
7.508|Microsoft|Too many messages from this IPv6 range.
7.509|Microsoft|DMARC does not pass.
7.510|Microsoft|The recipient takes no mail over IPv6.
7.511|Microsoft|Banned sender.
7.512|Microsoft|No valid From address (RFC 5322 §3.6.2).
7.513|Microsoft|On the block list of the recipient's organisation.
7.515|Microsoft|A bulk sender without passing SPF, DKIM and DMARC.
7.606-649|Microsoft|Banned sending IP address.
7.650-651|Microsoft|Slowed down for the reputation of the IP address.
7.652|Microsoft|Too many connections from this IP address.
7.700-749|Microsoft|The sending tenant is over its limit or banned.
7.750|Microsoft|The tenant sends from domains that it has not registered.
7.850-899|Microsoft|Suspicious activity on the IP address; restricted for now.
7.900-999|Microsoft|Delivery not authorised.`

export const ENHANCED_CODES: readonly RegisteredCode[] = lines(ROWS).map(readRow)

export const VENDOR_CODES: readonly VendorCode[] = lines(VENDOR_ROWS).map((row) => {
  const [code = '', vendor = '', meaning = ''] = row.split('|')
  const registered = code.endsWith('+')
  return {
    code: `x.${registered ? code.slice(0, -1) : code}`, vendor, meaning, registered,
    fact: vendorFact(code),
  }
})

const REGISTERED: ReadonlyMap<string, RegisteredCode> = new Map(
  ENHANCED_CODES.map((row) => [row.code, row]),
)

/** The row of the registry. */
export function registeredCode(subject: number, detail: number): RegisteredCode | undefined {
  return REGISTERED.get(`x.${subject}.${detail}`)
}

/** What vendors mean by the code, apart from the registry. */
export function vendorCodes(subject: number, detail: number): readonly VendorCode[] {
  return VENDOR_CODES.filter((row) => {
    const [first, from, to] = codeRange(row.code.slice('x.'.length))
    return first === subject && from <= detail && detail <= to
  })
}

/** The rows of a table, without the line break it starts with. */
function lines(table: string): string[] {
  return table.slice(1).split('\n')
}

function readRow(row: string): RegisteredCode {
  const [code = '', name = '', meaning = '', references = ''] = row.split('|')
  return {
    code: `x.${code}`, name, meaning,
    references: references.split(',').map((one) => /^\d/.test(one) ? `RFC ${one}` : one),
    ...registeredFacts(code),
  }
}
