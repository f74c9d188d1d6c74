// The three digits of SMTP replies: RFC 5321 §4.2.3, its extensions, and codes that are only seen.

import { replyCodeFact, type CodeFact } from './code-facts.ts'

export type ReplyCode = {
  readonly code: number
  readonly meaning: string
  /** Of SMTP itself, of an extension, or written by servers though no standard has it. */
  readonly kind: 'smtp' | 'extension' | 'seen'
  readonly references: readonly string[]
  readonly fact: CodeFact | undefined
}

// code | kind (m SMTP itself, x extension, s only seen) and RFC numbers | meaning.
const ROWS = `
211|m5321|System status or help.
214|m5321|Help for people.
220|m5321,3207|The service is ready.
221|m5321|The server ends the session.
235|x4954|The login succeeded.
250|m5321|Done.
251|m5321|The user is not local; the server will forward the message.
252|m5321,1985|The server cannot verify the user but will try.
253|x1985|Waiting messages for the node were started (ETRN).
334|x4954|A challenge of the login follows.
354|m5321|Send the message and end it with a dot.
355|x1845|The restart point is known (CHECKPOINT).
421|m5321|The service is not available and the connection closes; busy, slowing down or shutting down.
422|x4954|The password must be changed; some servers mean a full mailbox.
430|x5248|A command is not valid now.
432|x4954|The password must be renewed once.
450|m5321|The mailbox is not available now: busy, or blocked by a rule; typical of greylisting.
451|m5321|A local error in processing; also used for greylisting and slowing down.
452|m5321|Not enough storage at the server; also the code for too many recipients.
453|x2645|There is no mail (ODMR); the registry pairs it with x.3.2.
454|x3207,4954|TLS is not available now, or the login failed for now.
455|m5321|The server cannot take these parameters now.
458|x1985|The messages for the node cannot be queued (ETRN).
459|x1985,2645|The node is not allowed here (ETRN, ODMR).
471|s|A local spam filter has a fault or objects.
499|s|A sending platform gave up: no answer, or too old.
500|m5321|The command is not known, or its line is too long.
501|m5321|The arguments of a command are wrong; often a bad address or HELO.
502|m5321|The command is not implemented.
503|m5321|The commands came in the wrong order, often after an earlier refusal.
504|m5321|The parameter is not implemented.
511|s|Bad address: 5.1.1 without its dots.
521|x7504,1846|The host never takes mail; some use it for block lists.
523|x5248|Encryption is needed.
524|x5248|Encryption is needed for this login.
525|x5248|The account that sends is disabled.
530|x3207,4954|Log in or start TLS first.
533|x5248|Not authorised; the registry pairs it with x.7.1.
534|x4954|The login mechanism is too weak.
535|x4954|The login is wrong.
538|x4954|This login needs an encrypted connection.
540|s|The recipient is inactive or blocked.
541|s|A filter or rule of the recipient refuses.
542|s|The recipient is rejected.
550|m5321|The mailbox is not available: not found, no access, or refused by a rule; the text decides.
551|m5321|The user is not local; try another path. Often a refusal to relay.
552|m5321|The mailbox is full or the message too large; after too many recipients it counts as 452.
553|m5321|The mailbox name is not allowed: bad syntax, unknown user or a refused sender.
554|m5321|The transaction failed; as a greeting, no service here. Typical of block lists, spam and rules.
555|m5321|The parameters of MAIL or RCPT are not known.
556|x7504,7505|The domain takes no mail.
559|s|No agreed meaning.
563|s|A filter does not allow the content.
570|s|A filter refuses for a rule or a failed authentication.
571|s|Not authorised or spam: 5.7.1 without its dots.
585|s|The recipient cannot be reached.
591|s|The sender is on a block list.`

export const REPLY_CODES: readonly ReplyCode[] = ROWS.slice(1)
  .split('\n')
  .map((row) => {
    const [code, origin = '', meaning = ''] = row.split('|')
    return {
      code: Number(code),
      meaning,
      kind: origin[0] === 'm' ? 'smtp' : origin[0] === 'x' ? 'extension' : 'seen',
      references: origin.slice(1).split(',').filter(Boolean).map((rfc) => `RFC ${rfc}`),
      fact: replyCodeFact(Number(code)),
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
