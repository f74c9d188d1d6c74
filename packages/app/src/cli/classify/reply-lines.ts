// JSON lines in, JSON lines out: one verdict for every line, in order.

import type { Engine, ReplyInput } from '@carom/core'
import { parseSmtpCommand } from './smtp-command.ts'

/** What options say of every reply that does not say it itself. */
export type ReplyDefaults = Omit<ReplyInput, 'text'>

/** The line of output, and whether the line of input could be read. */
export type JudgedLine = { readonly text: string; readonly isRead: boolean }

export type LineJudge = (line: string | undefined, number: number) => JudgedLine

export function createLineJudge(
  engine: Engine, defaults: ReplyDefaults, isExplained: boolean,
): LineJudge {
  return (line, number) => {
    const row = readRow(line)
    if (typeof row === 'string') return failure(undefined, number, row)
    const input = readInput(row, defaults)
    if (typeof input === 'string') return failure(row['id'], number, input)
    const { id } = row
    const answer = isExplained ? explained(engine, input) : engine.classify(input)
    const text = JSON.stringify(id === undefined ? answer : { id, ...answer })
    return { text, isRead: true }
  }
}

function explained(engine: Engine, input: ReplyInput): object {
  const { verdict, ...grounds } = engine.explain(input)
  return { ...verdict, ...grounds }
}

function failure(id: unknown, line: number, error: string): JudgedLine {
  return {
    text: JSON.stringify({ ...(id === undefined ? {} : { id }), line, error }), isRead: false,
  }
}

/** The reply of a JSON line, or what is wrong with it. */
export function readReplyLine(line: string): ReplyInput | string {
  const row = readRow(line)
  return typeof row === 'string' ? row : readInput(row, {})
}

type Row = Readonly<Record<string, unknown>>

/** The object of a line, or what is wrong with it. */
function readRow(line: string | undefined): Row | string {
  if (line === undefined) return 'the line is too long'
  if (line.trim() === '') return 'the line is empty'
  try {
    const row: unknown = JSON.parse(line)
    if (typeof row === 'object' && row !== null && !Array.isArray(row)) return row as Row
    return 'the line is no JSON object'
  } catch (error) {
    return `the line is no JSON: ${(error as SyntaxError).message}`
  }
}

/** The reply of a row, or what is wrong with it. */
function readInput(row: Row, defaults: ReplyDefaults): ReplyInput | string {
  const { text, replyCode, enhancedCode, host, ourIps, ourDomains } = row
  const command = parseSmtpCommand(row['command'])
  if (typeof text !== 'string') return 'text is missing or no string'
  if (isGiven(replyCode) && !isReplyCode(replyCode)) return 'replyCode is no number from 200 to 599'
  if (isGiven(enhancedCode) && typeof enhancedCode !== 'string') return 'enhancedCode is no string'
  if (isGiven(row['command']) && command === undefined) return 'command is no SMTP command'
  if (isGiven(host) && typeof host !== 'string') return 'host is no string'
  if (isGiven(ourIps) && !isStrings(ourIps)) return 'ourIps is no array of strings'
  if (isGiven(ourDomains) && !isStrings(ourDomains)) return 'ourDomains is no array of strings'
  return {
    text,
    replyCode: (replyCode ?? defaults.replyCode) as number | undefined,
    enhancedCode: (enhancedCode ?? defaults.enhancedCode) as string | undefined,
    command: command ?? defaults.command,
    host: (host ?? defaults.host) as string | undefined,
    ourIps: (ourIps ?? undefined) as readonly string[] | undefined,
    ourDomains: (ourDomains ?? undefined) as readonly string[] | undefined,
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null
}

export function isReplyCode(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 200 && (value as number) <= 599
}

function isStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
