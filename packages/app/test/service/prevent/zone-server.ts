// An authoritative name server on loopback that answers from a file of zones.

import { createSocket } from 'node:dgram'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import {
  AUTHORITATIVE_ANSWER, decode, encode, type Answer, type RecordType,
} from 'dns-packet'
import { parse } from 'yaml'

type Zones = Readonly<Record<string, Readonly<Partial<Record<string, readonly unknown[]>>>>>

const SERVFAIL = 2
const NXDOMAIN = 3
const FAIL = '~fail'
const TTL_SECONDS = 60

export type ZoneServer = {
  /** As DNS clients take it: `127.0.0.1:5353`. */
  readonly address: string
  /** Questions so far: `TXT sound.example`. */
  readonly asked: string[]
}

/** `more`: zones beside those of the file. */
export async function openZoneServer(
  t: { readonly after: (close: () => void) => void }, file: URL, more: Zones = {},
): Promise<ZoneServer> {
  const zones = { ...parse(readFileSync(file, 'utf8')) as Zones, ...more }
  const socket = createSocket('udp4')
  const asked: string[] = []
  socket.on('message', (bytes, { port, address }) => {
    const { id, questions: [question] = [] } = decode(bytes)
    if (question === undefined) return
    const { name, type } = question
    asked.push(`${type} ${name}`)
    const { code, answers } = answer(zones, name.toLowerCase(), type)
    socket.send(encode({
      id: id ?? 0, type: 'response', flags: AUTHORITATIVE_ANSWER | code, questions: [question],
      answers,
    }), port, address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  t.after(() => { socket.close() })
  return { address: `127.0.0.1:${(socket.address() as AddressInfo).port}`, asked }
}

function answer(zones: Zones, name: string, type: RecordType): { code: number; answers: Answer[] } {
  const zone = zones[name]
  // Names below others make those exist too (RFC 8020).
  const isThere = zone !== undefined || Object.keys(zones).some((one) => one.endsWith(`.${name}`))
  if (!isThere) return { code: NXDOMAIN, answers: [] }
  const records = zone?.[type] ?? []
  if (records.includes(FAIL)) return { code: SERVFAIL, answers: [] }
  return {
    code: 0,
    answers: records.map((record) => toAnswer(name, type, record)),
  }
}

function toAnswer(name: string, type: RecordType, record: unknown): Answer {
  const head = { name, ttl: TTL_SECONDS }
  if (type === 'MX') {
    const [preference, exchange] = record as [number, string]
    return { ...head, type, data: { preference, exchange } }
  }
  // Strings of TXT have 255 bytes at most (RFC 1035 §3.3).
  if (type === 'TXT') return { ...head, type, data: String(record).match(/.{1,255}/g) ?? [] }
  return { ...head, type, data: record } as Answer
}
