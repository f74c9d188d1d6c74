// Threads that judge: answers in order, and a thread that stalls is replaced.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { JudgePool, JUDGE_POOL_DEFAULTS } from '../../../src/service/pipeline/judge-pool.ts'
import type { JudgeInput } from '../../../src/service/pipeline/judge.ts'

function reply(text: string): JudgeInput {
  return {
    kind: 'replies', sourceType: 'http', source: 'test', envelope: {}, receivedAt: 0,
    bytes: Buffer.from(JSON.stringify({ recipient: 'joe@example.com', reply: text })),
  }
}

test('a thread judges what it is given, in order', async () => {
  const pool = new JudgePool(JUDGE_POOL_DEFAULTS)
  try {
    const judgements = await pool.judge([
      reply('550 5.1.1 User unknown'), reply('452 4.2.2 Mailbox full'),
    ])
    assert.deepEqual(
      judgements.map((one) => one.kind === 'judged' && one.output.events[0]?.reason),
      ['mailbox-unknown', 'mailbox-full'])
  } finally {
    await pool.close()
  }
})

test('a thread that was started ahead is the one that judges', { timeout: 60_000 }, async () => {
  const pool = new JudgePool(JUDGE_POOL_DEFAULTS)
  let threads = 0
  const count = (): void => { threads += 1 }
  process.on('worker', count)
  try {
    pool.warmUp()
    pool.warmUp()
    await once(process, 'worker')
    const [judgement] = await pool.judge([reply('550 5.1.1 User unknown')])
    assert.equal(judgement?.kind, 'judged')
    assert.equal(threads, 1)
  } finally {
    process.off('worker', count)
    await pool.close()
  }
})

test('what takes too long is given up alone, and a new thread goes on', async () => {
  const pool = new JudgePool({ ...JUDGE_POOL_DEFAULTS, timeoutMs: 0 })
  try {
    // Long enough that no thread is done before the clock has moved.
    const long = `550 5.1.1 ${'user unknown or full, '.repeat(3_000)}`
    const judgements = await pool.judge([reply(long), reply(long)])
    assert.deepEqual(judgements.map(({ kind }) => kind), ['broke', 'broke'])
  } finally {
    await pool.close()
  }
})
