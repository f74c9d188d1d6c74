// Whatever peers send, in whatever pieces: the listener lives, lets every session go, and takes
// nothing in for anybody but its own recipients.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { test } from 'node:test'
import { openDialog } from './dialog.ts'
import { BOUNCES, returnPath, startListener } from './listener.ts'
import { SEED } from '../../../../../../tests/fuzz/seeded.ts'

const SESSIONS = Number(process.env['CAROM_FUZZ_RUNS'] ?? 150)
const AT_ONCE = 30
const PIECES_MAX = 40

const PIECES: readonly string[] = [
  'EHLO client.example.net\r\n', 'HELO x\r\n', 'LHLO x\r\n', 'MAIL FROM:<>\r\n', 'MAIL FROM:<a@b.example>',
  ' SIZE=10', ' BODY=8BITMIME', ' SMTPUTF8', `RCPT TO:<${returnPath()}>\r\n`, `RCPT TO:<bounce@${BOUNCES}>\r\n`,
  'RCPT TO:<victim@example.net>\r\n', 'RCPT TO:<', '>', 'DATA\r\n', 'Subject: x\r\n\r\n', '.\r\n', '\r\n.\r\n',
  '\r\n', '\n', '\r', '.', '..\r\n', '\0', '\xff\xfe', '\u00e9', 'RSET\r\n', 'NOOP\r\n', 'QUIT\r\n', 'STARTTLS\r\n',
  'VRFY x\r\n', 'EXPN x\r\n', 'AUTH PLAIN\r\n', 'BDAT 3 LAST\r\n', 'GET / HTTP/1.1\r\n', 'x'.repeat(3_000),
  '=+/%!@', 'XCLIENT ADDR=192.0.2.1\r\n', 'PROXY TCP4 192.0.2.1 192.0.2.2 1 2\r\n', 'rcpt to:<postmaster>\r\n',
]

for (const protocol of ['smtp', 'lmtp'] as const) {
  test(`${protocol} survives ${SESSIONS} sessions of noise`, async (t) => {
    const listener = await startListener({ protocol, connectionsPerNetworkMax: 1_000 })
    t.after(() => listener.stop())
    t.diagnostic(`CAROM_SEED=${SEED} CAROM_FUZZ_RUNS=${SESSIONS}`)
    const random = createRandom(SEED)
    for (let done = 0; done < SESSIONS; done += AT_ONCE) {
      await Promise.all(Array.from({ length: AT_ONCE }, () => makeNoise(listener.port, random)))
    }
    for (const { envelope } of listener.inputs()) {
      assert.match(envelope.rcptTo ?? '', /^(?:[a-z2-7]+@bounces\.example\.com|bounce@bounces\.example\.com|postmaster)$/)
    }
    const deadline = Date.now() + 10_000
    while (listener.intake.stats().connections > 0 && Date.now() < deadline) {
      await new Promise((resolve) => { setTimeout(resolve, 20) })
    }
    assert.equal(listener.intake.stats().connections, 0)
    const dialog = await openDialog(listener.port)
    assert.match(await dialog.ask(`${protocol === 'lmtp' ? 'LHLO' : 'EHLO'} x`), /^250/)
    dialog.end()
  })
}

async function makeNoise(port: number, random: (below: number) => number): Promise<void> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined)
  const closed = once(socket, 'close')
  socket.resume()
  // Some talk before the greeting; the others would never get anywhere if they did.
  if (random(10) > 0) await Promise.race([once(socket, 'data'), closed])
  for (let i = random(PIECES_MAX); i >= 0 && !socket.destroyed; i--) {
    socket.write(Buffer.from(PIECES[random(PIECES.length)] as string, 'latin1'))
    if (random(3) === 0) await new Promise((resolve) => { setImmediate(resolve) })
  }
  if (random(2) === 0) socket.end()
  else socket.resetAndDestroy()
  await closed
}

/** Numbers below a bound, the same in every run (mulberry32). */
function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}
