// What the engine knows of phrases and receivers: all but their texts, which the automaton holds.
// Packed as lines, in the order in which the automaton numbers the texts.

import type { PhraseRule, ProviderReply, ProviderRules, Reason } from '../rules/types.ts'
import { readText } from '../text/read-text.ts'
import { packText } from '../text/write-text.ts'
import { reasonOfSign, signOfReason } from './reason-number.ts'

/** What a literal of the automaton stands for. */
export type LiteralRule =
  | { readonly kind: 'phrase'; readonly id: string; readonly reason: Reason }
  | { readonly kind: 'fingerprint'; readonly receiver: number }
  | { readonly kind: 'reply'; readonly receiver: number; readonly reply: ReceiverReply }

export type Receiver = Pick<ProviderRules, 'id' | 'hosts'> & {
  /** Those that speak by code alone. */
  readonly silent: readonly ReceiverReply[]
}

/** A reply of a receiver; `id` names the receiver too. */
export type ReceiverReply = Omit<ProviderReply, 'match'>

export type Literals = {
  /** By the numbers of the automaton. */
  readonly rules: readonly LiteralRule[]
  readonly receivers: readonly Receiver[]
}

export type LiteralSource = {
  readonly phrases: readonly PhraseRule[]
  readonly providers: readonly ProviderRules[]
}

/** Lines that begin so are no rules: what stands before the ids of those below, a receiver. */
const PREFIX = '/'
const RECEIVER = '#'
/** Behind the name of a receiver: its texts have marks by which it is known. */
const MARKED = '+'
/** Behind an id: the words count whoever the receiver is, or there are none. */
const ANYWHERE = '!'
const SILENT = '-'

/** The texts of all rules, as the automaton numbers them. */
export function literalTexts({ phrases, providers }: LiteralSource): (readonly string[])[] {
  return [
    ...phrases.map(({ match }) => [match]),
    ...providers.flatMap(({ fingerprints, replies }) => [
      ...(fingerprints === undefined ? [] : [fingerprints]),
      ...replies.flatMap(({ match }) => match === undefined ? [] : [[match]]),
    ]),
  ]
}

/** The rules without their texts (mirror of `readLiterals`). */
export function packLiterals({ phrases, providers }: LiteralSource): string {
  const lines: string[] = []
  let prefix = ''
  for (const { id, reason } of phrases) {
    const before = id.slice(0, id.indexOf('/'))
    if (before !== prefix) lines.push(PREFIX + (prefix = before))
    lines.push(signOfReason(reason) + id.slice(before.length + 1))
  }
  for (const { id, hosts, fingerprints, replies } of providers) {
    lines.push([RECEIVER + id + (fingerprints === undefined ? '' : MARKED), ...hosts].join(' '))
    lines.push(...replies.map(packReply))
  }
  return packText(lines.join('\n'))
}

function packReply(reply: ProviderReply): string {
  const { id, match, reason, anywhere, replyCode, enhancedCode } = reply
  const sign = match === undefined ? SILENT : anywhere === true ? ANYWHERE : ''
  return [signOfReason(reason) + id + sign, replyCode, enhancedCode]
    .filter((part) => part !== undefined).join(' ')
}

export function readLiterals(packed: string): Literals {
  const rules: LiteralRule[] = []
  const receivers: (Receiver & { readonly silent: ReceiverReply[] })[] = []
  let prefix = ''
  for (const line of packed === '' ? [] : readText(packed).split('\n')) {
    const [head = '', ...rest] = line.split(' ')
    if (head.startsWith(PREFIX)) prefix = head.slice(1)
    else if (head.startsWith(RECEIVER)) {
      const isMarked = head.endsWith(MARKED)
      prefix = head.slice(1, isMarked ? -1 : undefined)
      if (isMarked) rules.push({ kind: 'fingerprint', receiver: receivers.length })
      receivers.push({ id: prefix, hosts: rest, silent: [] })
    } else {
      const receiver = receivers.length - 1
      const reply = readReply(prefix, head, rest)
      if (receiver < 0) rules.push({ kind: 'phrase', id: reply.id, reason: reply.reason })
      else if (head.endsWith(SILENT)) receivers[receiver]?.silent.push(reply)
      else rules.push({ kind: 'reply', receiver, reply })
    }
  }
  return { rules, receivers }
}

function readReply(prefix: string, head: string, codes: readonly string[]): ReceiverReply {
  const isAnywhere = head.endsWith(ANYWHERE)
  const name = isAnywhere || head.endsWith(SILENT) ? head.slice(1, -1) : head.slice(1)
  const replyCode = codes.find((code) => !code.includes('.'))
  const enhancedCode = codes.find((code) => code.includes('.'))
  return {
    id: `${prefix}/${name}`,
    reason: reasonOfSign(head),
    ...(isAnywhere && { anywhere: true }),
    ...(replyCode !== undefined && { replyCode: Number(replyCode) }),
    ...(enhancedCode !== undefined && { enhancedCode }),
  }
}
