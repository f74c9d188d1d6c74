// Where the conformance corpora are: CAROM_CONFORMANCE, or beside the project; and how they are
// written.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ReplyInput } from '../../packages/core/src/index.ts'
import { ROOT } from '../../scripts/source-files.ts'

/** One message with its truth: what may be said of it, the best answer first. */
export type MessageTruth = {
  readonly file: string
  readonly kind: readonly string[]
  readonly recipients?: readonly RecipientTruth[]
  readonly permanence?: string
}

export type RecipientTruth = {
  readonly address: readonly string[]
  readonly reason?: readonly string[]
}

export type ReplyTruth = ReplyInput & {
  readonly id: string
  readonly reason: string
  readonly accept?: readonly string[]
  readonly remedy?: string
  readonly lang?: string
  readonly traits?: readonly string[]
}

const folder = resolve(process.env['CAROM_CONFORMANCE'] ?? join(ROOT, '../shared/conformance'))

export const CORPUS: string | undefined = existsSync(join(folder, 'messages.jsonl'))
  ? folder
  : undefined

/** Reason for a test to be skipped, in the form that node:test takes. */
export const SKIP: string | false = CORPUS === undefined
  ? 'no conformance corpora here: set CAROM_CONFORMANCE to their folder'
  : false

export function readMessageTruths(): MessageTruth[] {
  return readLines('messages.jsonl') as MessageTruth[]
}

export function readReplyTruths(): ReplyTruth[] {
  return readLines('replies.jsonl') as ReplyTruth[]
}

export function readCorpusFile(...path: readonly string[]): Uint8Array {
  return readFileSync(join(folder, ...path))
}

/** Paths of all files below a folder of the corpora, from that folder. */
export function listCorpusFiles(name: string): string[] {
  const root = join(folder, name)
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}

function readLines(name: string): unknown[] {
  const lines = readFileSync(join(folder, name), 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as unknown)
}
