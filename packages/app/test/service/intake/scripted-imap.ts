// An IMAP server on loopback that keeps one mailbox in memory and misbehaves as it is told.

import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

export type StoredMessage = { bytes: Buffer; readonly flags: Set<string>; size?: number }

export type Session = {
  readonly write: (text: string | Buffer) => void
  readonly close: () => void
  /** How many connections came before this one. */
  readonly number: number
}

/** What a script makes of a command: `false` lets the server answer as it should. */
export type Script = (command: string, tag: string, session: Session) => boolean

export type ScriptedImap = {
  readonly port: number
  readonly messages: Map<number, StoredMessage>
  readonly moved: StoredMessage[]
  /** The commands of all sessions, without tags. */
  readonly commands: string[]
  uidValidity: number
  capabilities: string
  greeting: string
  script: Script
  /** Called with the UIDs before they are flagged, moved or removed. */
  onTouch: (uids: readonly number[]) => void
  /** Bytes that the server sends over all connections before it cuts one; once. */
  cutAfterBytes: number
  readonly bytesSent: () => number
  readonly connections: () => number
  readonly arrive: (uid: number, text: string) => void
  readonly stop: () => Promise<void>
}

export async function startScriptedImap(): Promise<ScriptedImap> {
  const sockets = new Set<Socket>()
  const idling = new Map<Session, string>()
  let sent = 0
  let connections = 0

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => sockets.delete(socket))
    const session: Session = {
      number: connections,
      close: () => socket.destroy(),
      write: (text) => {
        const bytes = Buffer.from(text as string, 'latin1')
        const left = imap.cutAfterBytes - sent
        if (left < bytes.length) {
          imap.cutAfterBytes = Infinity
          sent += left
          socket.end(bytes.subarray(0, Math.max(0, left)))
          socket.destroySoon()
          return
        }
        sent += bytes.length
        if (!socket.destroyed) socket.write(bytes)
      },
    }
    socket.once('close', () => idling.delete(session))
    connections += 1
    session.write(imap.greeting)
    let rest = ''
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1')
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        answerLine(imap, session, idling, line)
      }
    })
  })
  const imap: ScriptedImap = {
    port: 0, messages: new Map(), moved: [], commands: [], uidValidity: 7,
    capabilities: 'IMAP4rev1 UIDPLUS MOVE IDLE',
    greeting: '* OK ready\r\n',
    script: () => false,
    onTouch: () => undefined,
    cutAfterBytes: Infinity,
    bytesSent: () => sent,
    connections: () => connections,
    arrive: (uid, text) => {
      imap.messages.set(uid, { bytes: Buffer.from(text), flags: new Set() })
      for (const session of idling.keys()) session.write(`* ${imap.messages.size} EXISTS\r\n`)
    },
    stop: () => new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy()
      server.close(() => resolve())
    }),
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(imap, { port: (server.address() as AddressInfo).port })
}

function answerLine(
  imap: ScriptedImap, session: Session, idling: Map<Session, string>, line: string,
): void {
  if (line === 'DONE') {
    session.write(`${idling.get(session)} OK done\r\n`)
    idling.delete(session)
    return
  }
  const [tag = '', ...words] = line.split(' ')
  const command = words.join(' ')
  imap.commands.push(command)
  if (imap.script(command, tag, session)) return
  if (/^IDLE/i.test(command)) {
    idling.set(session, tag)
    session.write('+ idling\r\n')
    return
  }
  for (const part of answer(imap, command)) session.write(part)
  session.write(`${tag} OK done\r\n`)
}

function answer(imap: ScriptedImap, command: string): (string | Buffer)[] {
  if (/^CAPABILITY/i.test(command)) return [`* CAPABILITY ${imap.capabilities}\r\n`]
  if (/^LIST/i.test(command)) return ['* LIST () "/" INBOX\r\n', '* LIST () "/" Kept\r\n']
  if (/^(?:SELECT|EXAMINE) /i.test(command)) return selected(imap)
  const [, uidCommand = '', set = '', rest = ''] = /^UID (\w+) (\S+) ?(.*)$/i.exec(command) ?? []
  switch (uidCommand.toUpperCase()) {
    case 'SEARCH': {
      const uids = uidsIn(imap, rest.split(' ')[0] ?? '1:*')
      return [`* SEARCH ${uids.join(' ')}\r\n`]
    }
    case 'FETCH': return uidsIn(imap, set).flatMap((uid) => fetched(imap, uid, rest))
    case 'STORE': return touched(imap, set, (_uid, message) => {
      for (const flag of /\((.*)\)/.exec(rest)?.[1]?.split(' ') ?? []) message.flags.add(flag)
    })
    case 'EXPUNGE': return touched(imap, set, (uid, message) => {
      if (message.flags.has('\\Deleted')) imap.messages.delete(uid)
    })
    case 'MOVE': return touched(imap, set, (uid, message) => {
      imap.moved.push(message)
      imap.messages.delete(uid)
    })
    default: return []
  }
}

function selected({ messages, uidValidity }: ScriptedImap): string[] {
  return [
    '* FLAGS (\\Seen \\Deleted)\r\n', '* OK [PERMANENTFLAGS (\\Seen \\Deleted \\*)] ok\r\n',
    `* ${messages.size} EXISTS\r\n`, `* OK [UIDVALIDITY ${uidValidity}] ok\r\n`,
    `* OK [UIDNEXT ${([...messages.keys()].at(-1) ?? 0) + 1}] ok\r\n`,
  ]
}

/** One FETCH answer, with the literal cut to what was asked for. */
export function fetched(imap: ScriptedImap, uid: number, items: string): (string | Buffer)[] {
  const message = imap.messages.get(uid)
  if (message === undefined) return []
  const [, start, length] = /<(\d+)\.(\d+)>/.exec(items) ?? []
  const from = Number(start ?? 0)
  const bytes = message.bytes.subarray(from, from + Number(length ?? Infinity))
  return [
    `* ${uid} FETCH (UID ${uid} RFC822.SIZE ${message.size ?? message.bytes.length} ` +
      `BODY[]<${from}> {${bytes.length}}\r\n`,
    bytes, ')\r\n',
  ]
}

function touched(
  imap: ScriptedImap, set: string, work: (uid: number, message: StoredMessage) => void,
): string[] {
  const uids = uidsIn(imap, set)
  imap.onTouch(uids)
  for (const uid of uids) {
    const message = imap.messages.get(uid)
    if (message !== undefined) work(uid, message)
  }
  return []
}

/** The UIDs of a set (RFC 9051 §9, sequence-set) that exist; `n:*` always names the last one. */
function uidsIn({ messages }: ScriptedImap, set: string): number[] {
  const found: number[] = []
  for (const part of set.split(',')) {
    if (!part.includes(':')) {
      if (messages.has(Number(part))) found.push(Number(part))
      continue
    }
    const all = [...messages.keys()]
    const last = all.reduce((most, uid) => Math.max(most, uid), 0)
    const [a = 0, b = 0] = part.split(':').map((end) => (end === '*' ? last : Number(end)))
    found.push(...all.filter((uid) => uid >= Math.min(a, b) && uid <= Math.max(a, b)))
  }
  return found
}
