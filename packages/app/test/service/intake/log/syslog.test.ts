// Syslog over real sockets: datagrams, both framings, limits, and who is listened to.

import assert from 'node:assert/strict'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { test, type TestContext } from 'node:test'
import { SYSLOG_DEFAULTS, type SyslogOptions } from '../../../../src/service/intake/log/options.ts'
import { createFrames } from '../../../../src/service/intake/log/syslog-frames.ts'
import { createSyslogIntake, type SyslogIntake } from '../../../../src/service/intake/log/syslog.ts'
import { recipients, recipientsOf, resultLine, until } from './lines.ts'
import { createMemoryDeps, type MemoryDeps } from './memory-deps.ts'

async function start(t: TestContext, options: Partial<SyslogOptions> = {}): Promise<{
  memory: MemoryDeps; intake: SyslogIntake; tcp: number; udp: number
}> {
  const memory = createMemoryDeps()
  const intake = createSyslogIntake({
    ...SYSLOG_DEFAULTS, tenant: '', source: 'net', port: 0, batchWaitMs: 10, retryMs: 5, ...options,
  }, memory.connect().deps)
  await intake.start()
  t.after(() => intake.stop())
  const { tcp = 0, udp = 0 } = intake.ports()
  return { memory, intake, tcp, udp }
}

async function open(t: TestContext, port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  t.after(() => socket.destroy())
  await once(socket, 'connect')
  return socket
}

async function sendUdp(port: number, ...messages: readonly (string | Buffer)[]): Promise<void> {
  const socket = createSocket('udp4')
  for (const message of messages) {
    await new Promise<void>((resolve) => {
      socket.send(message, port, '127.0.0.1', () => { resolve() })
    })
  }
  socket.close()
}

test('datagrams, with either header and any end', async (t) => {
  const { memory, udp } = await start(t)
  const modern = '<22>1 2026-06-12T08:00:02Z out1 postfix/smtp 7 - - ' +
    resultLine(2).slice(resultLine(2).indexOf(': ') + 2)
  await sendUdp(udp, `<22>${resultLine(1)}\n`, modern, `<22>${resultLine(3)}\0`,
    Buffer.from([0xff, 0, 0x80]), '', '<', `<22>${resultLine(4, '550 5.1.1 unknown')}\r\n`)
  await until(() => memory.items().length >= 4)
  assert.deepEqual(recipientsOf(memory.items()), recipients(1, 2, 3, 4))
  assert.equal(memory.inputs[0]?.trust, 1, 'anybody may send datagrams')
})

test('streams in both framings, in pieces', async (t) => {
  const { memory, tcp } = await start(t)
  const socket = await open(t, tcp)
  const counted = `<22>${resultLine(1)}`
  const text = `${counted.length} ${counted}<22>${resultLine(2)}\n` +
    `${counted.length} <22>${resultLine(3)}<22>${resultLine(4)}\r\n<22>${resultLine(5)}`
  for (let at = 0; at < text.length; at += 37) {
    socket.write(text.slice(at, at + 37))
    await new Promise((resolve) => { setImmediate(resolve) })
  }
  socket.end()
  await until(() => memory.items().length >= 5)
  assert.deepEqual(recipientsOf(memory.items()), recipients(1, 2, 3, 4, 5))
})

test('nobody is listened to who is not listed', async (t) => {
  const { memory, tcp, udp } = await start(t, { peers: ['192.0.2.0/24', '2001:db8::1'] })
  await sendUdp(udp, `<22>${resultLine(1)}`)
  const socket = connect(tcp, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(`<22>${resultLine(2)}\n`)
  await once(socket, 'close')
  assert.deepEqual(memory.items(), [])
})

test('a message that is too long is cut, and the next one is read', async (t) => {
  const { memory, tcp } = await start(t, { messageBytesMax: 2_048 })
  const socket = await open(t, tcp)
  const long = `<22>${resultLine(1, `550 5.1.1 ${'x'.repeat(50_000)}`)}`
  socket.write(`${long.length} ${long}<22>${resultLine(2)}\n${long.replace('r1@', 'r3@')}\n` +
    `<22>${resultLine(4)}\n`)
  await until(() => memory.items().length >= 4)
  assert.deepEqual(recipientsOf(memory.items()), recipients(1, 2, 3, 4))
})

test('what is no syslog ends the connection, and no more than allowed are open', async (t) => {
  const { memory, tcp } = await start(t, { connectionsMax: 2 })
  const broken = await open(t, tcp)
  broken.write('999999999999999 x')
  await once(broken, 'close')
  const kept = [await open(t, tcp), await open(t, tcp)]
  await once(connect(tcp, '127.0.0.1').on('error', () => undefined), 'close')
  kept[1]?.write(`<22>${resultLine(1)}\n`)
  await until(() => memory.items().length > 0)
  assert.deepEqual(recipientsOf(memory.items()), recipients(1))
})

test('a store that is away gets all when it is back; a stop keeps what came', async (t) => {
  const { memory, intake, tcp } = await start(t)
  memory.failNext(6)
  const socket = await open(t, tcp)
  const count = 3_000
  for (let number = 0; number < count; number++) socket.write(`<22>${resultLine(number)}\n`)
  await until(() => memory.items().length >= count)
  assert.equal(new Set(recipientsOf(memory.items())).size, count)
  assert.equal(memory.items().length, count)
  await intake.stop()
  assert.deepEqual(memory.alarms, [])
})

const FRAMES: readonly { readonly bytes: string; readonly messages: readonly string[] }[] = [
  { bytes: '5 hello3 you', messages: ['hello', 'you'] },
  { bytes: '<1>a\n<1>b', messages: ['<1>a', '<1>b'] },
  { bytes: '6 <1>a\nb<1>c\n', messages: ['<1>a\nb', '<1>c'] },
  { bytes: `30 ${'y'.repeat(30)}2 ok`, messages: ['y'.repeat(20), 'ok'] },
  { bytes: `<1>${'z'.repeat(40)}\n<1>d\n`, messages: [`<1>${'z'.repeat(17)}`, '<1>d'] },
  { bytes: '8 <1>cut', messages: [] },
]

test('frames are the same wherever the stream is cut', () => {
  for (const { bytes, messages } of FRAMES) {
    for (let size = 1; size <= bytes.length; size++) {
      const taken: string[] = []
      const frames = createFrames(20, (message) => { taken.push(message.toString()) })
      for (let at = 0; at < bytes.length; at += size) {
        assert.equal(frames.push(Buffer.from(bytes.slice(at, at + size))), true)
      }
      frames.end()
      assert.deepEqual(taken, messages, `${JSON.stringify(bytes)} by ${size}`)
    }
  }
})
