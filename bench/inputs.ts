// What is measured on: the project's fixtures, and the conformance corpora where they are at hand.

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReplyInput } from '../packages/core/src/index.ts'
import { ROOT } from '../scripts/source-files.ts'
import {
  CORPUS, readCorpusFile, readMessageTruths, readReplyTruths,
} from '../tests/conformance/corpus.ts'
import { SAMPLES } from '../tests/runtimes/messages.ts'

export type Inputs = {
  readonly name: string
  readonly messages: readonly Uint8Array[]
  readonly replies: readonly ReplyInput[]
}

/** All that is there, the corpora last. */
export function loadInputs(): Inputs[] {
  const inputs: Inputs[] = [{
    name: 'fixtures', messages: fixtureMessages(), replies: fixtureReplies(),
  }]
  if (CORPUS === undefined) return inputs
  const messages = readMessageTruths().map(({ file }) => readCorpusFile('messages', file))
  const replies = readReplyTruths().map(({ text, replyCode, enhancedCode, command, host }) =>
    ({ text, replyCode, enhancedCode, command, host }))
  return [...inputs, { name: 'corpus', messages, replies }]
}

function fixtureMessages(): Uint8Array[] {
  const files = globSync('fixtures/**/*.eml', { cwd: ROOT }).sort()
  if (files.length > 0) return files.map((file) => readFileSync(join(ROOT, file)))
  return SAMPLES.map(([, message]) => Buffer.from(message, 'latin1'))
}

/** The texts alone: the last column of fixtures/wordings. */
function fixtureReplies(): ReplyInput[] {
  return globSync('fixtures/wordings/*.tsv', { cwd: ROOT }).sort().flatMap((file) =>
    readFileSync(join(ROOT, file), 'utf8').split('\n').slice(1).flatMap((line) => {
      const text = line.split('\t')[6]
      return text === undefined || text === '' ? [] : [{ text: text.replaceAll('\\n', '\n') }]
    }))
}
