// A name server on loopback with zones that are all alike, and that is in trouble in another way
// for each: the label before `.example` says how.

import { createSocket } from 'node:dgram'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import {
  AUTHORITATIVE_ANSWER, decode, encode, streamDecode, streamEncode, TRUNCATED_RESPONSE,
  type Answer, type Packet, type Question, type RecordType,
} from 'dns-packet'

/** What becomes of a question. `some`: one half of them fails, by their name. */
export const TROUBLES = [
  'sound', 'servfail', 'refused', 'silent', 'slow', 'garbage', 'truncated', 'cut', 'wildcard',
  'some',
] as const

export type Trouble = (typeof TROUBLES)[number]

export type NameServer = {
  /** As the configuration takes it: `127.0.0.1:5353`. */
  readonly address: string
  readonly asked: () => number
  readonly stop: () => void
}

const SERVFAIL = 2
const NXDOMAIN = 3
const REFUSED = 5
const TTL_SECONDS = 60
/** Longer than anybody waits for it. */
const SLOW_MS = 20_000
const SENDING_IP = '192.0.2.10'
/** What such resolvers answer in place of "there is no such name". */
const WILDCARD_IP = '198.51.100.7'

const KEY = 'v=DKIM1; k=ed25519; p=WhcXtaiusPzaPjNX+rSbzMve6vzMEd+frHG3hR262kU='

/** Records of `d1.TROUBLE.example`, by what stands before it. */
const ZONE: Readonly<Record<string, Readonly<Record<string, (zone: string) => unknown>>>> = {
  '': {
    MX: (zone) => ({ preference: 10, exchange: `mx.${zone}` }),
    TXT: (zone) => `v=spf1 ip4:${SENDING_IP} include:_spf.${zone} -all`,
  },
  '_spf.': { TXT: () => 'v=spf1 ip4:192.0.2.0/24 ~all' },
  'mx.': { A: () => SENDING_IP, TXT: () => 'v=spf1 a -all' },
  'bounce.': {
    TXT: () => `v=spf1 ip4:${SENDING_IP} -all`,
    MX: (zone) => ({ preference: 10, exchange: `mx.${zone}` }),
  },
  's1._domainkey.': { TXT: () => KEY },
  '_dmarc.': { TXT: (zone) => `v=DMARC1; p=reject; rua=mailto:dmarc@${zone}` },
  '_smtp._tls.': { TXT: (zone) => `v=TLSRPTv1; rua=mailto:tls@${zone}` },
  // A list of its own, which names its test entry and nobody else (RFC 5782 §5).
  '2.0.0.127.bl.': { A: () => '127.0.0.2' },
}

export async function startNameServer(isLost: () => boolean): Promise<NameServer> {
  let asked = 0
  const timers = new Set<NodeJS.Timeout>()
  const udp = createSocket('udp4')
  const sockets = new Set<Socket>()
  udp.on('message', (bytes, { port, address }) => {
    asked += 1
    const query = decode(bytes)
    const trouble = troubleOf(query)
    const send = (answer: Buffer): void => udp.send(answer, port, address)
    if (trouble === 'silent') return
    if (trouble === 'garbage') return send(Buffer.from([...bytes.subarray(0, 2), 0xff, 0xff, 0xff]))
    if (trouble === 'truncated' || trouble === 'cut') {
      return send(encode({ ...headOf(query), flags: TRUNCATED_RESPONSE }))
    }
    if (trouble !== 'slow') return send(encode(answerTo(query, isLost)))
    timers.add(setTimeout(() => send(encode(answerTo(query, isLost))), SLOW_MS).unref())
  })
  const tcp = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined))
    let waiting: Buffer = Buffer.alloc(0)
    socket.on('data', (bytes) => {
      waiting = Buffer.concat([waiting, bytes])
      // Each message has its length before it (RFC 1035 §4.2.2), and several may come at once.
      while (waiting.length > 2 && waiting.length >= 2 + waiting.readUInt16BE()) {
        const end = 2 + waiting.readUInt16BE()
        const query = streamDecode(waiting.subarray(0, end))
        waiting = waiting.subarray(end)
        if (troubleOf(query) === 'cut') socket.destroy()
        else socket.write(streamEncode(answerTo(query, isLost)))
      }
    })
  })
  await new Promise<void>((resolve) => { tcp.listen(0, '127.0.0.1', resolve) })
  const { port } = tcp.address() as AddressInfo
  await new Promise<void>((resolve) => { udp.bind(port, '127.0.0.1', resolve) })
  return {
    address: `127.0.0.1:${port}`, asked: () => asked,
    stop: () => {
      for (const timer of timers) clearTimeout(timer)
      for (const socket of sockets) socket.destroy()
      udp.close()
      tcp.close()
    },
  }
}

function questionOf({ questions = [] }: Packet): Question {
  const [question] = questions
  if (question === undefined) throw new Error('a question without a question')
  return question
}

/** The address is looked up backwards whatever the zone: its name is the first one's. */
function troubleOf(query: Packet): Trouble {
  const label = questionOf(query).name.toLowerCase().split('.').at(-2)
  return TROUBLES.find((trouble) => trouble === label) ?? 'sound'
}

function headOf(query: Packet): Packet {
  return { id: query.id ?? 0, type: 'response', questions: query.questions ?? [] }
}

function answerTo(query: Packet, isLost: () => boolean): Packet {
  const { name, type } = questionOf(query)
  const trouble = troubleOf(query)
  const fail = (code: number): Packet =>
    ({ ...headOf(query), flags: AUTHORITATIVE_ANSWER | code })
  if (trouble === 'servfail') return fail(SERVFAIL)
  if (trouble === 'refused') return fail(REFUSED)
  if (trouble === 'some' && isLost()) return fail(SERVFAIL)
  const records = recordsOf(name.toLowerCase(), trouble)
  if (records === undefined) return fail(NXDOMAIN)
  const data = records[type]
  if (data === undefined) return { ...headOf(query), flags: AUTHORITATIVE_ANSWER }
  return {
    ...headOf(query), flags: AUTHORITATIVE_ANSWER,
    answers: [{ name, type: type as RecordType, ttl: TTL_SECONDS, data } as Answer],
  }
}

/** Undefined where there is no such name. */
function recordsOf(
  name: string, trouble: Trouble,
): Readonly<Record<string, unknown>> | undefined {
  if (name === '10.2.0.192.in-addr.arpa') return { PTR: 'mx.d0.sound.example' }
  const zone = name.split('.').slice(-3).join('.')
  const above = name.slice(0, -zone.length)
  const records = ZONE[above]
  if (records === undefined) {
    const isThere = Object.keys(ZONE).some((one) => one.endsWith(`.${above}`))
    if (isThere) return {}
    return trouble === 'wildcard' ? { A: WILDCARD_IP, TXT: 'v=spf1 -all' } : undefined
  }
  return Object.fromEntries(Object.entries(records).map(([type, make]) => [type, make(zone)]))
}
