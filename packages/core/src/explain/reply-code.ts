// The three digits of a reply in plain words (RFC 5321 §4.2.3), and their other reading.

import { enhancedCodeFact, replyCodeFact, type CodeFact } from '../rules/code-facts.ts'
import { codeUses, type CodeUse } from '../rules/code-uses.ts'
import { COMPACT_TABLE_ORIGIN, compactCode } from '../rules/compact-codes.ts'
import { reasonFact } from '../rules/reasons.ts'
import { inOrderOfSize } from '../rules/receivers.ts'
import { REPLY_CLASS_MEANINGS, replyCode, type ReplyCode } from '../rules/reply-codes.ts'
import type { Permanence, SmtpCommand } from '../rules/types.ts'
import { parseEnhancedCode } from '../smtp/enhanced-code.ts'
import { judgeCode } from './judgement.ts'
import { referenceOf } from './references.ts'
import type { CompactReading, ReplyCodeNote, Use } from './types.ts'

const COMMANDS: readonly SmtpCommand[] = [
  'CONNECT', 'EHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'QUIT',
]

export function noteReplyCode(code: number): ReplyCodeNote {
  const row = replyCode(code)
  const first = Math.floor(code / 100) as 2 | 3 | 4 | 5
  const compact = compactReading(code, row)
  // A number that only tables without dots have means there what the dotted code means.
  const fact = replyCodeFact(code) ?? (row === undefined ? compactFact(compact) : undefined)
  const { collected, uses } = codeUses(String(code))
  const classMeaning = REPLY_CLASS_MEANINGS[first]
  return {
    code,
    meaning: row?.meaning ?? unusedMeaning(compact),
    classMeaning,
    known: row !== undefined || compact !== undefined,
    definedBy: (row?.references ?? []).map((document) => referenceOf(document, String(code))),
    byCommand: commandNotes(code),
    ...(collected === undefined ? {} : { collected }),
    uses: uses.map(describeUse),
    ...(fact === undefined ? {}
      : { judgement: judgeCode(fact.reason, permanenceOfClass(first), fact.trust) }),
    ...(compact === undefined ? {} : { compact }),
  }
}

function unusedMeaning(compact: CompactReading | undefined): string {
  return compact === undefined ? 'No standard defines this reply, and no server is known to use it.'
    : `No mail server is known to reply so; it is ${compact.enhanced} without its dots.`
}

function compactFact(compact: CompactReading | undefined): CodeFact | undefined {
  const code = compact === undefined ? undefined : parseEnhancedCode(compact.enhanced)
  return code === undefined ? undefined : enhancedCodeFact(code)
}

export function permanenceOfClass(first: number | undefined): Permanence {
  return first === 5 ? 'permanent' : first === 4 ? 'transient' : 'unknown'
}

export function describeUse({ reason, receivers, seen }: CodeUse): Use {
  const { title, remedy } = reasonFact(reason)
  return {
    reason, title,
    bounceType: remedy === 'none' ? null : remedy === 'suppress' ? 'hard' : 'soft',
    receivers: inOrderOfSize(receivers).map(({ name }) => name),
    ...(seen === undefined ? {} : { seen }),
  }
}

function commandNotes(code: number): ReplyCodeNote['byCommand'] {
  const usual = replyCodeFact(code)
  return COMMANDS.flatMap((command) => {
    const fact = replyCodeFact(code, command)
    if (fact === undefined || fact === usual) return []
    return [{ command, reason: fact.reason, title: reasonFact(fact.reason).title }]
  })
}

function compactReading(code: number, row: ReplyCode | undefined): CompactReading | undefined {
  const found = compactCode(code)
  if (found === undefined) return undefined
  return {
    ...found,
    origin: COMPACT_TABLE_ORIGIN,
    answer: compactAnswer(code, found.enhanced, row),
  }
}

/** What the table would do to real replies. */
const HARM: Readonly<Record<number, string>> = {
  550: 'Taken for replies, the table would call every 550 a fault of the protocol.',
  551: 'Taken for replies, the table would call every address that has moved an invalid command.',
  552: 'Taken for replies, the table would give up every full mailbox as hard.',
  553: 'Taken for replies, the table would keep every malformed address as soft.',
  554: 'Taken for replies, the table would give up an address for every block list and spam filter.',
}

function compactAnswer(code: number, enhanced: string, row: ReplyCode | undefined): string {
  if (row === undefined) {
    return `No mail server replies with ${code} by any standard. In such a table, and in the `
      + `reports of software that copies it, ${code} stands for ${enhanced}.`
  }
  if (row.kind === 'seen') {
    return `No standard defines ${code} as a reply. Where a server sends it, the first reading `
      + `holds; in such a table it stands for ${enhanced}.`
  }
  const harm = HARM[code]
  return `In the reply of a mail server ${code} means the first. The second holds only where a `
    + `table or a report prints ${enhanced} without its dots.`
    + (harm === undefined ? '' : ` ${harm}`)
}
