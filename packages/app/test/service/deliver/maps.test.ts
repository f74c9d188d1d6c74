// Mail servers get the suppression list in their own words: over the protocols of Postfix, asked by
// the real postmap, and as files.

import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createEngine, REASONS_TABLE } from '@carom/core'
import type { CheckAnswer } from '../../../src/service/check/answer.ts'
import { createCheckIndex } from '../../../src/service/check/check-index.ts'
import { createChecker } from '../../../src/service/check/check.ts'
import type { Checker } from '../../../src/service/check/check.ts'
import { hashAddress } from '../../../src/service/check/hashed-address.ts'
import {
  decodePercent, encodePercent, readLines, readNetstrings, writeNetstring,
} from '../../../src/service/deliver/maps/framing.ts'
import { mapAnswer } from '../../../src/service/deliver/maps/map-answer.ts'
import { createMapFile, MAP_FILE_DEFAULTS } from '../../../src/service/deliver/maps/map-file.ts'
import {
  createMapServer, MAP_SERVER_DEFAULTS,
} from '../../../src/service/deliver/maps/map-server.ts'
import { SILENT_LOG } from '../../../src/service/log.ts'
import type { Store } from '../../../src/service/store/types.ts'
import { openTemporaryStore } from '../temporary-store.ts'

const NOW = Date.UTC(2026, 0, 10)
const POSTMAP = spawnSync('/usr/sbin/postmap', ['-q', 'x', 'static:y']).status === 0
const skip = !POSTMAP && process.env['CI'] === undefined && 'no postmap here'

async function withMaps(
  work: (maps: { store: Store; checker: Checker; socketmap: number; tcp: number }) => Promise<void>,
  broken?: Checker,
): Promise<void> {
  const { store, cleanup } = await openTemporaryStore()
  await fill(store)
  const index = createCheckIndex()
  const checker = broken ?? createChecker({ store, index, now: () => NOW, isLoaded: () => false })
  const server = createMapServer(
    { ...MAP_SERVER_DEFAULTS, socketmapPort: 0, tcpPort: 0 }, { checker, log: SILENT_LOG })
  await server.start()
  try {
    const { socketmap = 0, tcp = 0 } = server.ports
    await work({ store, checker, socketmap, tcp })
  } finally {
    await server.stop()
    await cleanup()
  }
}

const ROWS: readonly (readonly [string, string, number | null])[] = [
  ['gone@a.example', '', null],
  ['news@a.example', 'news', null],
  ['both@a.example', '', null],
  ['both@a.example', 'news', null],
  ['over@a.example', '', NOW - 1],
  ['odd one"@a.example', '', null],
  ['#hash@a.example', '', null],
  ['müller@xn--bcher-kva.example', '', null],
  [hashAddress('pepper', 'erased@a.example'), '', null],
]

async function fill(store: Store): Promise<void> {
  await store.write(async (tx) => {
    for (const [address, list, end] of ROWS) {
      await tx.run(
        'INSERT INTO suppressions (tenant, address, list, reason, origin, created_at, ' +
          'expires_at, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        ['default', address, list, 'mailbox-unknown', 'policy', 0, end, 'policy'])
    }
    await tx.run(
      'INSERT INTO addresses (tenant, address, list, domain, status, until_at, reason, policy, ' +
        `state, proofs, entries, sent, updated_at) VALUES ('default', 'full@a.example', '', ` +
        `'a.example', 'paused', ?, 'mailbox-full', 'default@1', '{}', '[]', '[]', 0, 0)`,
      [NOW + 86_400_000])
  })
}

const REFUSED = '550 5.7.1 Recipient is on the suppression list (mailbox-unknown)'
const HELD =
  'Recipient is on the suppression list (mailbox-full), held to 2026-01-11T00:00:00.000Z'

/** Map, key, and what postmap prints; undefined: nothing, and exit code 1. */
const LOOKUPS: readonly (readonly [string, string, string | undefined])[] = [
  ['access', 'gone@a.example', REFUSED],
  ['access', 'GONE@A.example', REFUSED],
  ['access', 'fine@a.example', undefined],
  ['access', 'over@a.example', undefined],
  ['access', 'a.example', undefined],
  ['access', 'gone@', undefined],
  ['access', 'full@a.example', `450 4.7.1 ${HELD}`],
  ['access', 'news@a.example', undefined],
  ['access/news', 'news@a.example', REFUSED],
  ['access/default/news', 'news@a.example', REFUSED],
  ['access/other/news', 'news@a.example', undefined],
  ['access', 'müller@bücher.example', REFUSED],
  ['transport', 'gone@a.example', `error:${REFUSED.slice(4)}`],
  ['transport', 'full@a.example', `retry:4.7.1 ${HELD}`],
  ['reason', 'gone@a.example', 'mailbox-unknown'],
]

test('the real postmap gets its answers over socketmap and tcp', { skip }, async () => {
  await withMaps(async ({ socketmap, tcp }) => {
    for (const [map, key, expected] of LOOKUPS) {
      const found = await postmap(key, `socketmap:inet:127.0.0.1:${socketmap}:${map}`)
      assert.equal(found, expected, `${map} ${key}`)
      if (map !== 'access') continue
      assert.equal(await postmap(key, `tcp:127.0.0.1:${tcp}`), expected, `tcp ${key}`)
    }
  })
})

test('a file is what postmap can read, and replaced as a whole', { skip }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'carom-map-'))
  try {
    await withMaps(async ({ store }) => {
      const path = join(folder, 'suppressed')
      const deps = { store, log: SILENT_LOG, now: () => NOW }
      const file = createMapFile({ ...MAP_FILE_DEFAULTS, path, list: 'news', intervalMs: 5 }, deps)
      await file.start()
      for (const [key, expected] of [
        ['gone@a.example', REFUSED], ['news@a.example', REFUSED], ['both@a.example', REFUSED],
        ['over@a.example', undefined], ['fine@a.example', undefined],
        ['müller@xn--bcher-kva.example', REFUSED],
      ] as const) assert.equal(await postmap(key, `texthash:${path}`), expected, key)
      await store.write(async (tx) => {
        await tx.run(`DELETE FROM suppressions WHERE address = 'gone@a.example'`)
        await tx.run(
          'INSERT INTO audit (tenant, at, actor, action, address, list, detail, previous_hash, ' +
            `hash) VALUES ('default', 0, 'cli', 'lifted', 'gone@a.example', '', '{}', '', '')`)
      })
      while ((await readFile(path, 'utf8')).includes('gone@')) {
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      await file.stop()
      const plain = createMapFile({ ...MAP_FILE_DEFAULTS, path, format: 'plain' }, deps)
      assert.deepEqual(await plain.write(), { addresses: 2, left: 3 })
      assert.equal(
        await readFile(path, 'utf8'), 'both@a.example\nmüller@xn--bcher-kva.example\n')
      assert.deepEqual(await readdir(folder), ['suppressed'])
    })
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('trouble is a temporary answer, never "not found"', async () => {
  const fails = (): Promise<never> => Promise.reject(new Error('no store'))
  const broken: Checker = {
    maySendNow: () => false, checkNow: () => undefined, check: fails, checkMany: fails,
  }
  await withMaps(async ({ socketmap, tcp }) => {
    const sentence = 'the suppression list cannot be read now'
    assert.equal(
      await talk(socketmap, writeNetstring('access a@a.example')),
      writeNetstring(`TEMP ${sentence}`))
    assert.equal(
      await talk(tcp, 'get a@a.example\n'), `400 ${sentence.replaceAll(' ', '%20')}\n`)
    assert.equal(
      await talk(socketmap, writeNetstring('nomap a@a.example')),
      writeNetstring('TEMP no map "nomap"'))
    assert.equal(await talk(tcp, 'put x y\n'), '400 only%20get%20is%20known\n')
  }, broken)
})

test('requests may come in pieces, many at once, and broken ones end the connection', async () => {
  await withMaps(async ({ socketmap, tcp }) => {
    const one = writeNetstring('reason gone@a.example')
    const found = writeNetstring('OK mailbox-unknown')
    assert.equal(await talk(socketmap, ...one), found)
    assert.equal(await talk(socketmap, one.repeat(300)), found.repeat(300))
    assert.equal(await talk(tcp, 'get fine@a.exam', 'ple\nget gone', '@a.example\r\n'),
      `500 not%20found\n200 ${encodePercent(REFUSED)}\n`)
    for (const bad of ['x', ':a,', '5:hello;', '999999:a', '2001:', '-1:,', `0${'0'.repeat(9)}:,`]) {
      assert.equal(await talk(socketmap, one, bad), found, bad)
    }
    assert.equal(await talk(tcp, `get ${'x'.repeat(5_000)}`), '')
  })
})

test('framing never throws, never loses a byte and reads what it wrote', () => {
  let state = 7
  const random = (below: number): number => {
    state = Math.imul(state, 1_664_525) + 1_013_904_223 | 0
    return (state >>> 8) % below
  }
  for (let n = 0; n < 5_000; n++) {
    const bytes = Buffer.from(Array.from({ length: random(60) }, () =>
      '0123456789:,\n% get%2'.charCodeAt(random(21))))
    for (const read of [readNetstrings, readLines]) {
      const { requests, rest, isBroken } = read(bytes)
      assert.ok(isBroken || requests.join('').length + rest.length <= bytes.length)
    }
    const text = bytes.toString()
    assert.equal(decodePercent(encodePercent(text)), text)
    decodePercent(text)
    const { requests } = readNetstrings(Buffer.from(writeNetstring(`${text}ü`)))
    assert.deepEqual(requests, [`${text}ü`])
  }
})

test('what a map says is read as what it is, and never counts again', () => {
  const engine = createEngine()
  const answers: CheckAnswer[] = REASONS_TABLE.flatMap(({ reason }) => [
    { address: 'a@a.example', answer: 'do-not-send', status: 'suppressed', reason },
    { address: 'a@a.example', answer: 'hold', status: 'paused', reason },
    { address: 'a@a.example', answer: 'hold', status: 'paused', reason, until: NOW },
  ])
  for (const answer of answers) {
    for (const wrapper of ['', '<a@a.example>: Recipient address rejected: ']) {
      const said = mapAnswer('access', answer) ?? ''
      const text = `${said.slice(0, 10)}${wrapper}${said.slice(10)}`
      assert.equal(engine.classify({ text }).reason, 'list-suppressed', text)
    }
    const queued = mapAnswer('transport', answer)?.replace(/^\w+:/, '') ?? ''
    assert.equal(engine.classify({ text: queued }).reason, 'list-suppressed', queued)
  }
})

/** What postmap prints for a key; undefined where the table has none. */
function postmap(key: string, table: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    execFile('/usr/sbin/postmap', ['-q', key, table], (error, stdout, stderr) => {
      if (stderr.trim() !== '') reject(new Error(stderr))
      else resolve(error === null ? stdout.replace(/\n$/, '') : undefined)
    })
  })
}

/** Sends pieces one after the other, and reads until the other side ends or falls silent. */
async function talk(port: number, ...pieces: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1').setNoDelay()
  let heard = ''
  socket.setEncoding('utf8').on('data', (piece: string) => { heard += piece })
  socket.on('error', () => {})
  const closed = new Promise((resolve) => { socket.once('close', resolve) })
  for (const piece of pieces) {
    socket.write(piece)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  socket.end()
  await closed
  return heard
}
