// Every message of the corpus, in other clothes, reads the same: line ends, folds, header case,
// encodings.

import assert from 'node:assert/strict'
import test from 'node:test'
import { createEngine } from '../../packages/core/src/index.ts'
import { DISGUISES } from '../../packages/core/test/report/disguises.ts'
import { readCorpusFile, readMessageTruths, SKIP } from './corpus.ts'

const engine = createEngine()

/** What was read, without what only says how it came in. */
function read(bytes: Uint8Array): unknown {
  return engine
    .readMessage(bytes)
    .events.map(({ problems: _problems, because: _because, ...event }) => event)
}

for (const [what, disguise] of DISGUISES) {
  test(`the corpus reads the same: ${what}`, { skip: SKIP }, () => {
    for (const { file } of readMessageTruths()) {
      const bytes = new Uint8Array(readCorpusFile('messages', file))
      const other = disguise(bytes)
      if (other !== undefined) assert.deepEqual(read(other), read(bytes), file)
    }
  })
}
