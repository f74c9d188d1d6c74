// The index of checks that is kept beside the store: a start takes it up, and whatever is odd about
// it costs time and never an answer.

import assert from 'node:assert/strict'
import {
  mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setImmediate as giveWay } from 'node:timers/promises'
import { createChecker } from '../../../src/service/check/check.ts'
import { createCheckIndex } from '../../../src/service/check/check-index.ts'
import { readIndexFile, writeIndexFile } from '../../../src/service/check/index-file.ts'
import { CHECK_FOLLOWER_DEFAULTS, createCheckFollower } from '../../../src/service/check/follow.ts'
import { SILENT_LOG } from '../../../src/service/log.ts'
import type { Store } from '../../../src/service/store/types.ts'
import { openTemporaryStore } from '../temporary-store.ts'

const KEYS = 500
const OPTIONS = { ...CHECK_FOLLOWER_DEFAULTS, keptFrom: 100 }
const SUPPRESSIONS = 'suppressions (tenant, address, list, reason, origin, created_at, actor)'
const AUDIT = 'audit (tenant, at, actor, action, address, list, detail, previous_hash, hash)'

let seals = 0

async function suppress(
  store: Store, addresses: readonly string[], { list = '', action = 'suppressed' } = {},
): Promise<void> {
  await store.write(async (tx) => {
    await tx.insert(SUPPRESSIONS, addresses.map((address) =>
      ['', address, list, 'complaint', 'policy', 1, 'policy']))
    await tx.insert(AUDIT, addresses.map((address) =>
      ['', 1, 'policy', action, address, '', '{}', '', `seal ${++seals} ${Math.random()}`]))
  })
}

/** One run of a service: what it read all keys of, and what it answers. */
async function run(
  store: Store, addresses: readonly string[], list = '',
): Promise<{ readonly readAll: boolean; readonly answers: readonly string[] }> {
  let readAll = false
  const watched: Store = {
    ...store, all: (sql, params) => {
      readAll ||= sql.includes('string_agg')
      return store.all(sql, params)
    },
  }
  const index = createCheckIndex()
  const deps = { store: watched, index, log: SILENT_LOG, now: () => 2 }
  const follower = createCheckFollower(OPTIONS, deps)
  await follower.start()
  const checker = createChecker({ store, index, now: () => 2 })
  const answers = await checker.checkMany('', addresses.map((address) => ({ address, list })))
  await follower.stop()
  return { readAll, answers: answers.map(({ answer }) => answer) }
}

const FIRST = Array.from({ length: KEYS }, (_, i) => `s${i}@a.example`)
const ASKED = ['s0@a.example', `s${KEYS - 1}@a.example`, 'late@a.example', 'free@a.example']
const STOP = 'do-not-send'

async function withKept(work: (store: Store, file: string) => Promise<void>): Promise<void> {
  const { store, cleanup } = await openTemporaryStore()
  try {
    await suppress(store, FIRST)
    const first = await run(store, ASKED)
    assert.deepEqual(first, { readAll: true, answers: [STOP, STOP, 'send', 'send'] })
    await work(store, `${store.file}.check-index`)
  } finally {
    await cleanup()
  }
}

test('a start takes up the kept index, and what has come since', async () => {
  await withKept(async (store, file) => {
    assert.equal(statSync(file).mode & 0o777, 0o600, 'its seed is a secret')
    await suppress(store, ['late@a.example'])
    const expected = { readAll: false, answers: [STOP, STOP, STOP, 'send'] }
    assert.deepEqual(await run(store, ASKED), expected)
    assert.deepEqual(await run(store, ASKED), expected, 'and what that one kept')
  })
})

test('what stays of an erased person for one list is known after a start', async () => {
  await withKept(async (store) => {
    await suppress(store, ['hmac-sha256:00'], { list: 'news', action: 'erased' })
    const { readAll, answers } = await run(store, ['hmac-sha256:00'], 'news')
    assert.deepEqual([readAll, answers], [false, [STOP]])
  })
})

for (const [what, spoil] of Object.entries({
  'a flipped bit': (file: string) => {
    const bytes = readFileSync(file)
    bytes[bytes.length - 1_000] = (bytes[bytes.length - 1_000] as number) ^ 1
    writeFileSync(file, bytes)
  },
  'a flipped bit in its head': (file: string) => {
    const bytes = readFileSync(file)
    bytes[100] = (bytes[100] as number) ^ 1
    writeFileSync(file, bytes)
  },
  'a lost end': (file: string) => truncateSync(file, statSync(file).size - 5),
  'nothing in it': (file: string) => truncateSync(file, 0),
})) {
  test(`a kept index with ${what} is made anew`, async () => {
    await withKept(async (store, file) => {
      spoil(file)
      const anew = await run(store, ASKED)
      assert.deepEqual(anew, { readAll: true, answers: [STOP, STOP, 'send', 'send'] })
    })
  })
}

test('the kept index of another store is not taken up', async () => {
  await withKept(async (_store, file) => {
    await withKept(async (other, place) => {
      writeFileSync(place, readFileSync(file))
      await suppress(other, ['late@a.example'])
      assert.deepEqual(
        await run(other, ASKED), { readAll: true, answers: [STOP, STOP, STOP, 'send'] })
    })
  })
})

test('an index that changes while it is written forgets nobody', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'carom-index-'))
  try {
    const file = join(folder, 'index')
    const index = createCheckIndex()
    const keyOf = (n: number) => ({ tenant: '', address: `w${n}@a.example`, list: '' })
    // Enough that each of the 4,096 segments is added to while the file is written.
    for (let n = 0; n < 200_000; n++) index.add(keyOf(n))
    const writing = writeIndexFile(file, index, { seq: 1, seal: 'a' })
    let late = 0
    const isWritten = async (): Promise<boolean> =>
      await Promise.race([writing.then(() => true), giveWay(false)])
    while (!await isWritten()) {
      for (let n = 0; n < 20_000; n++) index.add(keyOf(1_000_000 + late++))
    }
    assert.ok(late > 20_000, 'it was added to while it was written')
    const restored = createCheckIndex()
    assert.deepEqual(
      await readIndexFile(file, restored, async () => true), { seq: 1, seal: 'a' })
    for (let n = 0; n < 200_000; n++) {
      assert.ok(restored.mayBeBlocked('', keyOf(n).address), `w${n} was forgotten`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
