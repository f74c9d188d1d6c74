// Reads a reply: its codes, its innermost words, the receiver and the exact rules that fire.

import type { SmtpCommand } from '../rules/types.ts'
import { commandNamed, readCommand } from '../smtp/command.ts'
import { parseEnhancedCode } from '../smtp/enhanced-code.ts'
import { readReplyText } from '../smtp/reply.ts'
import { REPLY_CHARS_MAX } from '../text/limits.ts'
import { repairText } from '../text/repair.ts'
import type { Receiver } from './literals.ts'
import { providerOfHost, type HostTable } from './receiver-of-host.ts'
import { beforeReturned } from './returned.ts'
import {
  codeMatch, exactMatch, fingerprintIn, readSignals, understand, type Reader, type Reading,
} from './signals.ts'
import { SURE_WEIGHT } from './trust.ts'

/** One reply to judge: its text, and what is known from outside the text. */
export type ReplyInput = {
  readonly text: string
  readonly replyCode?: number | undefined
  readonly enhancedCode?: string | undefined
  readonly command?: SmtpCommand | undefined
  /** The receiving host that answered. */
  readonly host?: string | undefined
  /** Our own sending IP addresses and domains: a text that names them speaks of us. */
  readonly ourIps?: readonly string[] | undefined
  readonly ourDomains?: readonly string[] | undefined
  /**
   * The text stands in a report of a failure: it is no delay notice, complaint or auto-reply,
   * whatever it sounds like. @default false
   */
  readonly failed?: boolean | undefined
}

/** Reads a reply with `reader`, which then holds what it found from `offset` on. */
export function readReply(
  { reader, hosts }: { readonly reader: Reader; readonly hosts: HostTable },
  input: ReplyInput,
): Reading {
  const raw = input.text.slice(0, REPLY_CHARS_MAX)
  const repaired = repairText(raw)
  const text = beforeReturned(repaired)
  const reply = readReplyText(text)
  const codes = {
    replyCode: reply.replyCode ?? input.replyCode,
    enhancedCode: reply.enhancedCode
      ?? (input.enhancedCode === undefined ? undefined : parseEnhancedCode(input.enhancedCode)),
    command: (input.command && commandNamed(input.command)) ?? readCommand(text),
  }
  const known = input.host === undefined ? -1 : providerOfHost(hosts, input.host)
  const isWhole = reply.from === 0 && reply.to === text.length
  readSignals(reader, text, reply.from, reply.to)
  let provider = known >= 0 ? known : fingerprintIn(reader)
  let exact = exactMatch(reader, provider, codes)
  let offset = reply.from
  // Around the server's own words stand the reporter's: those count where the server has none.
  const isAnswer = reply.replyCode !== undefined && reader.scan.wordCount > 0
  if (!isWhole && exact === undefined && !isAnswer && !isSure(reader)) {
    readSignals(reader, text)
    offset = 0
    if (provider < 0) provider = fingerprintIn(reader)
    exact = exactMatch(reader, provider, codes)
  }
  if (exact === undefined && provider >= 0) {
    exact = codeMatch(reader.compiled.receivers[provider] as Receiver, codes)
  }
  const { replyCode, enhancedCode, command } = codes
  return {
    text, isRepaired: repaired !== raw, isFailed: input.failed === true, replyCode, enhancedCode,
    command, provider, exact, offset,
  }
}

function isSure(reader: Reader): boolean {
  understand(reader)
  return reader.scores.weight.some((weight) => weight >= SURE_WEIGHT)
}
