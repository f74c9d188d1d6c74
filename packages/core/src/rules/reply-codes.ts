// The three digits of SMTP replies: RFC 5321 §4.2.3, its extensions, and codes that are only seen.

import type { CodeFact } from './enhanced-codes.ts'
import type { Reason, SmtpCommand } from './types.ts'

export type ReplyCode = {
  readonly code: number
  readonly meaning: string
  /** Of SMTP itself, of an extension, or written by servers though no standard has it. */
  readonly kind: 'smtp' | 'extension' | 'seen'
  readonly references: readonly string[]
  readonly fact: CodeFact | undefined
}

// code | kind (m SMTP itself, x extension, s only seen) and RFC numbers | meaning | reason, trust
// in %.
const ROWS = `
211|m5321|System status or help.|
214|m5321|Help for people.|
220|m5321,3207|The service is ready.|
221|m5321|The server ends the session.|
235|x4954|The login succeeded.|
250|m5321|Done.|delivered 40
251|m5321|The user is not local; the server will forward the message.|delivered 40
252|m5321,1985|The server cannot verify the user but will try.|
253|x1985|Waiting messages for the node were started (ETRN).|
334|x4954|A challenge of the login follows.|
354|m5321|Send the message and end it with a dot.|
355|x1845|The restart point is known (CHECKPOINT).|
421|m5321|The service is not available and the connection closes; busy, slowing down or shutting down.|server-busy 40
422|x4954|The password must be changed; some servers mean a full mailbox.|mailbox-full 25
430|x5248|A command is not valid now.|protocol-error 35
432|x4954|The password must be renewed once.|smtp-auth-required 60
450|m5321|The mailbox is not available now: busy, or blocked by a rule; typical of greylisting.|mailbox-busy 35
451|m5321|A local error in processing; also used for greylisting and slowing down.|server-error 35
452|m5321|Not enough storage at the server; also the code for too many recipients.|system-full 40
453|x2645|There is no mail (ODMR); the registry pairs it with x.3.2.|server-busy 35
454|x3207,4954|TLS is not available now, or the login failed for now.|server-error 35
455|m5321|The server cannot take these parameters now.|protocol-error 40
458|x1985|The messages for the node cannot be queued (ETRN).|server-error 40
459|x1985,2645|The node is not allowed here (ETRN, ODMR).|policy 40
471|s|A local spam filter has a fault or objects.|policy 35
499|s|A sending platform gave up: no answer, or too old.|expired 40
500|m5321|The command is not known, or its line is too long.|protocol-error 40
501|m5321|The arguments of a command are wrong; often a bad address or HELO.|protocol-error 35
502|m5321|The command is not implemented.|protocol-error 45
503|m5321|The commands came in the wrong order, often after an earlier refusal.|protocol-error 45
504|m5321|The parameter is not implemented.|protocol-error 45
511|s|Bad address: 5.1.1 without its dots.|mailbox-unknown 45
521|x7504,1846|The host never takes mail; some use it for block lists.|domain-no-mail 40
523|x5248|Encryption is needed.|tls-required 50
524|x5248|Encryption is needed for this login.|tls-required 50
525|x5248|The account that sends is disabled.|smtp-auth-required 35
530|x3207,4954|Log in or start TLS first.|smtp-auth-required 60
533|x5248|Not authorised; the registry pairs it with x.7.1.|policy 40
534|x4954|The login mechanism is too weak.|smtp-auth-required 60
535|x4954|The login is wrong.|smtp-auth-required 70
538|x4954|This login needs an encrypted connection.|tls-required 60
540|s|The recipient is inactive or blocked.|mailbox-disabled 45
541|s|A filter or rule of the recipient refuses.|policy 40
542|s|The recipient is rejected.|mailbox-unknown 40
550|m5321|The mailbox is not available: not found, no access, or refused by a rule; the text decides.|unknown 20
551|m5321|The user is not local; try another path. Often a refusal to relay.|mailbox-moved 40
552|m5321|The mailbox is full or the message too large; after too many recipients it counts as 452.|mailbox-full 40
553|m5321|The mailbox name is not allowed: bad syntax, unknown user or a refused sender.|unknown 20
554|m5321|The transaction failed; as a greeting, no service here. Typical of block lists, spam and rules.|unknown 20
555|m5321|The parameters of MAIL or RCPT are not known.|protocol-error 50
556|x7504,7505|The domain takes no mail.|domain-no-mail 70
559|s|No agreed meaning.|unknown 10
563|s|A filter does not allow the content.|content-rejected 35
570|s|A filter refuses for a rule or a failed authentication.|policy 35
571|s|Not authorised or spam: 5.7.1 without its dots.|policy 35
585|s|The recipient cannot be reached.|mailbox-unknown 40
591|s|The sender is on a block list.|ip-blocklisted 40`

export const REPLY_CODES: readonly ReplyCode[] = ROWS.slice(1)
  .split('\n')
  .map((row) => {
    const [code, origin = '', meaning = '', fact = ''] = row.split('|')
    const [reason, trust] = fact.split(' ')
    return {
      code: Number(code),
      meaning,
      kind: origin[0] === 'm' ? 'smtp' : origin[0] === 'x' ? 'extension' : 'seen',
      references: origin.slice(1).split(',').filter(Boolean).map((rfc) => `RFC ${rfc}`),
      fact:
        trust === undefined ? undefined : { reason: reason as Reason, trust: Number(trust) / 100 },
    }
  })

/** RFC 5321 §4.2.1: what the first digit says. */
export const REPLY_CLASS_MEANINGS: Readonly<Record<2 | 3 | 4 | 5, string>> = {
  2: 'Success: the command was carried out.',
  3: 'Go on: the server waits for more.',
  4: 'Transient failure: the same command may succeed later.',
  5: 'Permanent failure: the same command will fail again.',
}

const BY_CODE: ReadonlyMap<number, ReplyCode> = new Map(REPLY_CODES.map((row) => [row.code, row]))

export function replyCode(code: number): ReplyCode | undefined {
  return BY_CODE.get(code)
}

// Codes that mean something more exact, or something else, as the answer to one command.
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

/** The reason a reply code stands for where words and enhanced code are silent. */
export function replyCodeFact(code: number, command?: SmtpCommand): CodeFact | undefined {
  const special = command === undefined ? undefined : BY_COMMAND[`${command} ${code}`]
  return special ?? BY_CODE.get(code)?.fact
}
