// What codes stand for where the words are silent: a reason, and how far the code alone tells it.
// What they mean in words is in enhanced-codes.ts and reply-codes.ts.

import type { EnhancedCode } from '../smtp/enhanced-code.ts'
import { reasonTraits } from './reason-traits.ts'
import type { Reason, SmtpCommand } from './types.ts'

/** A reason, and how far a code alone tells it (0–1). */
export type CodeFact = { readonly reason: Reason; readonly trust: number }

// code | as 4.y.z: reason, trust in % | as 5.y.z: the same, or = for "as 4". Without any, the code
// says nothing, whatever its subject does.
const REGISTERED_ROWS = `
0.0||
1.0|mailbox-busy 40|mailbox-unknown 40
1.1|mailbox-unknown 45|mailbox-unknown 85
1.2|domain-unknown 45|domain-unknown 65
1.3|address-syntax 45|address-syntax 75
1.4|mailbox-unknown 40|mailbox-unknown 60
1.5||
1.6|mailbox-moved 45|mailbox-moved 80
1.7|sender-rejected 70|sender-rejected 75
1.8|sender-rejected 75|sender-rejected 80
1.9|delivered 50|=
1.10|domain-no-mail 45|domain-no-mail 70
2.0|mailbox-busy 45|mailbox-busy 40
2.1|mailbox-busy 50|mailbox-disabled 50
2.2|mailbox-full 85|=
2.3|too-large 75|=
2.4|server-error 50|=
3.0|server-error 45|server-error 50
3.1|system-full 75|=
3.2|server-busy 60|domain-no-mail 45
3.3|server-error 45|content-rejected 45
3.4|too-large 85|=
3.5|server-error 70|=
3.6|delivered 50|=
4.0|network-error 50|network-error 45
4.1|network-error 80|mailbox-unknown 45
4.2|network-error 80|=
4.3|dns-failure 60|=
4.4|routing-error 45|domain-unknown 55
4.5|server-busy 60|rate-limited 50
4.6|routing-error 80|=
4.7|expired 80|=
5.0|protocol-error 40|unknown 20
5.1|protocol-error 45|=
5.2|protocol-error 45|=
5.3|too-many-recipients 80|=
5.4|protocol-error 45|=
5.5|protocol-error 60|=
5.6|protocol-error 70|=
6.0|content-rejected 40|=
6.1|content-rejected 55|=
6.2|content-rejected 50|=
6.3|content-rejected 50|=
6.4|content-rejected 40|=
6.5|content-rejected 50|=
6.6|content-rejected 50|=
6.7|protocol-error 60|=
6.8|protocol-error 60|=
6.9|protocol-error 60|=
6.10|protocol-error 60|=
7.0|policy 40|=
7.1|policy 40|=
7.2|recipient-restricted 40|recipient-restricted 45
7.3|tls-required 50|=
7.4|smtp-auth-required 55|=
7.5|auth-failure 45|=
7.6|auth-failure 50|=
7.7|auth-failure 50|=
7.8|smtp-auth-required 85|=
7.9|smtp-auth-required 50|=
7.10|tls-required 80|=
7.11|tls-required 75|=
7.12|smtp-auth-required 75|=
7.13|smtp-auth-required 40|=
7.14|smtp-auth-required 70|=
7.15|server-busy 60|policy 60
7.16|too-large 75|=
7.17|mailbox-moved 45|mailbox-moved 85
7.18|mailbox-moved 45|mailbox-moved 80
7.19|policy 50|=
7.20|auth-failure 90|=
7.21|auth-failure 90|=
7.22|auth-failure 90|=
7.23|auth-failure 90|=
7.24|dns-failure 50|auth-failure 75
7.25|reverse-dns 90|=
7.26|auth-failure 90|=
7.27|sender-rejected 45|=
7.28|rate-limited 65|rate-limited 60
7.29|auth-failure 50|=
7.30|tls-required 45|=`

// code, a + where the registry gives the number another meaning | reason, trust in %.
const VENDOR_ROWS = `
7.24+|auth-failure 75
7.27+|auth-failure 75
7.28+|rate-limited 65
7.29+|tls-required 70
7.30+|auth-failure 75
7.32|auth-failure 85
7.40|auth-failure 80
2.1+|mailbox-busy 50
16.0-99|ip-reputation 60
1.10+|mailbox-unknown 70
1.20|not-rfc-compliant 75
1.90|rate-limited 80
1.351|mailbox-unknown 70
0.350|unknown 20
2.14|server-error 70
2.121|mailbox-busy 80
2.122|mailbox-busy 80
4.1+|mailbox-unknown 60
4.11|routing-error 75
4.14|routing-error 75
4.24-28|server-error 70
4.300|expired 75
4.310|domain-unknown 75
4.312|dns-failure 75
4.316|network-error 75
4.317|network-error 50
4.318|network-error 60
5.0+|mailbox-unknown 45
6.11|not-rfc-compliant 75
7.12+|recipient-restricted 60
7.13+|recipient-restricted 60
7.51|tls-required 60
7.57|smtp-auth-required 75
7.64|relay-denied 75
7.124|recipient-restricted 80
7.133-136|recipient-restricted 80
7.321-324|tls-required 80
7.500|server-busy 70
7.501-503|ip-reputation 75
7.504|mailbox-unknown 70
7.505|mailbox-disabled 70
7.506|reverse-dns 80
7.507|recipient-refused 75
7.508|rate-limited 80
7.509|auth-failure 90
7.510|policy 70
7.511|ip-reputation 75
7.512|not-rfc-compliant 80
7.513|ip-reputation 60
7.515|auth-failure 90
7.606-649|ip-reputation 90
7.650-651|ip-reputation 90
7.652|rate-limited 85
7.700-749|ip-reputation 60
7.750|sender-rejected 75
7.850-899|ip-reputation 75
7.900-999|policy 50`

// code | reason, trust in %.
const REPLY_ROWS = `
250|delivered 40
251|delivered 40
421|server-busy 40
422|mailbox-full 25
430|protocol-error 35
432|smtp-auth-required 60
450|mailbox-busy 35
451|server-error 35
452|system-full 40
453|server-busy 35
454|server-error 35
455|protocol-error 40
458|server-error 40
459|policy 40
471|policy 35
499|expired 40
500|protocol-error 40
501|protocol-error 35
502|protocol-error 45
503|protocol-error 45
504|protocol-error 45
511|mailbox-unknown 45
521|domain-no-mail 40
523|tls-required 50
524|tls-required 50
525|smtp-auth-required 35
530|smtp-auth-required 60
533|policy 40
534|smtp-auth-required 60
535|smtp-auth-required 70
538|tls-required 60
540|mailbox-disabled 45
541|policy 40
542|mailbox-unknown 40
550|unknown 20
551|mailbox-moved 40
552|mailbox-full 40
553|unknown 20
554|unknown 20
555|protocol-error 50
556|domain-no-mail 70
559|unknown 10
563|content-rejected 35
570|policy 35
571|policy 35
585|mailbox-unknown 40
591|ip-blocklisted 40`

/** Codes that mean something more exact, or something else, as the answer to one command. */
const BY_COMMAND: Readonly<Record<string, CodeFact>> = {
  // RFC 5321 §4.3.2: a greeting of 554 is "no service here", said to the connecting host.
  'CONNECT 554': { reason: 'ip-reputation', trust: 0.4 },
  'CONNECT 550': { reason: 'ip-reputation', trust: 0.4 },
  'EHLO 501': { reason: 'reverse-dns', trust: 0.4 },
  'EHLO 550': { reason: 'reverse-dns', trust: 0.35 },
  'STARTTLS 454': { reason: 'tls-required', trust: 0.5 },
  'AUTH 454': { reason: 'smtp-auth-required', trust: 0.5 },
  // RFC 5321 §4.5.4.1: a refused MAIL says nothing about the recipient.
  'MAIL 450': { reason: 'sender-rejected', trust: 0.35 },
  'MAIL 501': { reason: 'sender-rejected', trust: 0.4 },
  'MAIL 550': { reason: 'sender-rejected', trust: 0.45 },
  'MAIL 551': { reason: 'sender-rejected', trust: 0.35 },
  'MAIL 552': { reason: 'too-large', trust: 0.5 },
  'MAIL 553': { reason: 'sender-rejected', trust: 0.5 },
  'MAIL 554': { reason: 'sender-rejected', trust: 0.4 },
  'RCPT 501': { reason: 'address-syntax', trust: 0.4 },
  'RCPT 550': { reason: 'mailbox-unknown', trust: 0.4 },
  'RCPT 553': { reason: 'mailbox-unknown', trust: 0.35 },
  // RFC 5321 §3.3: after the dot there is no mailbox to be missing; what was sent is refused.
  'DATA 552': { reason: 'too-large', trust: 0.4 },
}

const REPLIES: ReadonlyMap<number, CodeFact> = new Map(
  lines(REPLY_ROWS).map(([code, fact = '']) => [Number(code), readFact(fact) as CodeFact]))

/** What a row of the registry says, by its code (`1.1`). */
const REGISTERED: ReadonlyMap<string, RegisteredFacts> = new Map(
  lines(REGISTERED_ROWS).map(([code = '', transient = '', permanent = '']) => [code, {
    transient: readFact(transient),
    permanent: readFact(permanent === '=' ? transient : permanent),
  }]))

/** What a row of a vendor says, by its code (`7.606-649`). */
const VENDORS: ReadonlyMap<string, CodeFact> = new Map(
  lines(VENDOR_ROWS).map(([code = '', fact = '']) => [code, readFact(fact) as CodeFact]))

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

/** The reason a reply code stands for where words and enhanced code are silent. */
export function replyCodeFact(code: number, command?: SmtpCommand): CodeFact | undefined {
  const special = command === undefined ? undefined : BY_COMMAND[`${command} ${code}`]
  return special ?? REPLIES.get(code)
}

export type RegisteredFacts = {
  readonly transient: CodeFact | undefined
  readonly permanent: CodeFact | undefined
}

export function registeredFacts(code: string): RegisteredFacts {
  return REGISTERED.get(code) as RegisteredFacts
}

/** `code` as the rows of vendors have it, with its `+`. */
export function vendorFact(code: string): CodeFact {
  return VENDORS.get(code) as CodeFact
}

/** `7.606-649` → its subject, and its first and last detail. */
export function codeRange(code: string): [subject: number, from: number, to: number] {
  const [subject, details = ''] = code.split('.')
  const [from, to] = details.split('-').map(Number)
  return [Number(subject), from as number, to ?? from as number]
}

function collectFacts(): Map<number, CodeFact | undefined> {
  const facts = new Map<number, CodeFact | undefined>()
  for (const [code, fact] of VENDORS) {
    if (code.endsWith('+')) continue
    const [subject, from, to] = codeRange(code)
    for (let detail = from; detail <= to; detail++) {
      facts.set(keyOf(4, subject, detail), whenTransient(fact))
      facts.set(keyOf(5, subject, detail), fact)
    }
  }
  for (const [code, { transient, permanent }] of REGISTERED) {
    const [subject, detail] = codeRange(code)
    facts.set(keyOf(4, subject, detail), transient)
    facts.set(keyOf(5, subject, detail), permanent)
  }
  return facts
}

function whenTransient(fact: CodeFact): CodeFact {
  const suppresses = reasonTraits(fact.reason).remedy === 'suppress'
  return suppresses ? { ...fact, trust: Math.min(fact.trust, TRANSIENT_TRUST_MAX) } : fact
}

function keyOf(first: number, subject: number, detail: number): number {
  return (first * 1000 + subject) * 1000 + detail
}

/** The rows of a table, without the line break it starts with. */
function lines(table: string): string[][] {
  return table.slice(1).split('\n').map((row) => row.split('|'))
}

function readFact(text: string): CodeFact | undefined {
  const [reason, trust] = text.split(' ')
  return trust === undefined ? undefined : { reason: reason as Reason, trust: Number(trust) / 100 }
}
