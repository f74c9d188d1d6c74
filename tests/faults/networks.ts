// Faults of connections and of peers that want too much (F9–F12, F26).

import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { startProxy } from '../../packages/app/test/service/store/cutting-proxy.ts'
import { TEST_POSTGRES } from '../../packages/app/test/service/temporary-store.ts'
import { BOTH, type Effort, type Fault } from './fault.ts'
import type { Violation } from './harness/check.ts'
import { startCutter, type Cut } from './harness/cutting.ts'
import { makeInputs, type Input } from './harness/inputs.ts'
import type { Round } from './harness/round.ts'

export const NETWORKS: readonly Fault[] = [
  {
    id: 'F9', name: 'database gone and back', stores: ['postgres'], short: { postgres: 1 },
    how: 'all connections cut, and refused for a while', run: loseDatabase,
  },
  {
    id: 'F9', name: 'COMMIT whose outcome is unknown', stores: ['postgres'],
    short: { postgres: 1 }, how: 'the connection cut before or after COMMIT arrives',
    run: loseCommits,
  },
  {
    id: 'F9', name: 'backends ended by the database', stores: ['postgres'], short: {},
    how: 'pg_terminate_backend of all, again and again', run: terminate,
  },
  {
    id: 'F10', name: 'many reports about the same people', stores: BOTH, short: { postgres: 1 },
    how: 'all channels, eight people; with PostgreSQL two processes', inputs: 64, concurrency: 24, run: contend,
  },
  {
    id: 'F11', name: 'connections cut anywhere', stores: BOTH, short: { sqlite: 1 },
    how: 'a proxy cuts SMTP and HTTP after a random byte in either direction', run: cutAnywhere,
  },
  {
    id: 'F12', name: 'slow peers', stores: BOTH, short: { sqlite: 1 },
    how: 'a byte a second over 12 SMTP and 60 HTTP connections, beside real ones', run: crawl,
  },
  {
    id: 'F26', name: 'more than is allowed', stores: BOTH, short: { sqlite: 1 },
    how: '48 at once where 4 connections and 240 requests a minute are allowed', inputs: 240,
    concurrency: 48, run: overload,
    config: 'http: { port: 0, requestsPerMinutePerKey: 240, hooksPerMinutePerIp: 240 }\n' +
      'smtp: { enabled: true, port: 0, domains: [bounces.example.com], connectionsMax: 4 }',
  },
]

async function loseDatabase(round: Round, { times, inputs }: Effort): Promise<void> {
  const proxy = await startProxy(round.storeUrl)
  round.ending.push(proxy.close)
  round.storeVia = proxy.url
  await round.begin()
  for (let time = 0; time < times; time++) {
    const handing = round.handOver(makeInputs(round.random, inputs, undefined, time * inputs))
    await sleep(round.random.whole(0, 600))
    proxy.cut()
    await sleep(round.random.whole(0, 1_500))
    proxy.resume()
    await handing
  }
}

async function loseCommits(round: Round, { times, inputs }: Effort): Promise<void> {
  const proxy = await startProxy(round.storeUrl)
  round.ending.push(proxy.close)
  round.storeVia = proxy.url
  await round.begin()
  for (let time = 0; time < times * 2; time++) {
    const handing = round.handOver(makeInputs(round.random, inputs, undefined, time * inputs))
    proxy.cutAt('COMMIT', time % 2 === 0 ? 'after' : 'before')
    await sleep(round.random.whole(200, 900))
    proxy.resume()
    await handing
  }
}

async function terminate(round: Round, { times, inputs }: Effort): Promise<void> {
  const name = `carom-fault-${round.seed}`
  round.storeVia = `${round.storeUrl}&application_name=${name}`
  await round.begin()
  const client = new Client({ connectionString: TEST_POSTGRES })
  await client.connect()
  round.ending.push(() => client.end())
  for (let time = 0; time < times; time++) {
    const handing = round.handOver(makeInputs(round.random, inputs, undefined, time * inputs))
    for (let blow = 0; blow < 5; blow++) {
      await sleep(round.random.whole(0, 200))
      await client.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1',
        [name])
    }
    await handing
  }
}

const PEOPLE = 8

async function contend(round: Round, { times, inputs }: Effort): Promise<void> {
  await round.begin()
  if (round.kind === 'postgres') await round.startAnother()
  for (let time = 0; time < times; time++) {
    // What names no message is one failure with others of these minutes.
    const lot = makeInputs(
      round.random, inputs, ['smtp', 'message', 'events', 'maildir'], time * inputs)
    await round.handOver(lot.map((input): Input => ({
      ...input, fate: 'hard', address: `person${input.n % PEOPLE}@many.example.org`,
    })))
  }
}

/** Longer than any dialogue of an input. */
const BYTES_UP = 2_600
const BYTES_DOWN = 600

async function cutAnywhere(round: Round, { times, inputs }: Effort): Promise<void> {
  await round.begin()
  const { random } = round
  const cutOf = (): Cut => random.next() < 0.4 ? { up: Infinity, down: Infinity }
    : random.next() < 0.5 ? { up: random.whole(1, BYTES_UP), down: Infinity }
      : { up: Infinity, down: random.whole(1, BYTES_DOWN) }
  const smtp = await startCutter(() => round.service.smtpPort, cutOf)
  const api = await startCutter(() => Number(new URL(round.service.api).port), cutOf)
  round.ending.push(smtp.close, api.close)
  round.peersVia = { api: `http://127.0.0.1:${api.port}`, smtpPort: smtp.port }
  for (let time = 0; time < times; time++) {
    await round.handOver(makeInputs(
      random, inputs, ['smtp', 'message', 'events', 'webhook'], time * inputs))
  }
}

async function crawl(round: Round, { times, inputs }: Effort): Promise<Violation[]> {
  await round.begin()
  const { smtpPort, api } = round.service
  const port = Number(new URL(api).port)
  const sockets: Socket[] = []
  const open = (to: number, text: string): void => {
    const socket = connect(to, '127.0.0.1').on('error', () => undefined)
    let at = 0
    const timer = setInterval(() => {
      if (socket.writable) socket.write(text[at++ % text.length] ?? ' ')
    }, 1_000)
    socket.on('close', () => clearInterval(timer)).on('data', () => undefined)
    sockets.push(socket)
  }
  round.ending.push(() => sockets.forEach((socket) => socket.destroy()))
  for (let i = 0; i < 12; i++) open(smtpPort, 'EHLO a.example\r\nNOOP\r\n')
  for (let i = 0; i < 60; i++) open(port, 'POST /v1/events HTTP/1.1\r\nHost: a.example\r\n')
  await sleep(1_500)
  round.measure()
  for (let time = 0; time < times; time++) {
    await round.handOver(makeInputs(round.random, inputs, undefined, time * inputs))
  }
  return round.book.lost > 0 ? [`I8: ${round.book.lost} real peers had no answer`] : []
}

async function overload(round: Round, { times, inputs }: Effort): Promise<Violation[]> {
  await round.begin()
  const found: Violation[] = []
  for (let time = 0; time < times; time++) {
    await round.handOver(makeInputs(round.random, inputs, undefined, time * inputs))
    round.measure()
  }
  const { laters } = round.book
  if (!laters.some((text) => text.startsWith('smtp'))) found.push('I8: SMTP put nobody off')
  return found
}
