// A POP3 server on loopback that keeps one maildrop in memory and misbehaves as it is told.

import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

export type PoppedMessage = { readonly uid: string; readonly text: string }

export type PopSession = {
  readonly write: (text: string) => void
  readonly close: () => void
  readonly number: number
  /** What DELE marked; gone at QUIT. */
  readonly marked: Set<PoppedMessage>
}

export type ScriptedPop3 = {
  readonly port: number
  messages: PoppedMessage[]
  readonly commands: string[]
  greeting: string
  /** `false` lets the server answer as it should. */
  script: (command: string, session: PopSession) => boolean
  /** Called with a message before it is marked as deleted. */
  onDelete: (message: PoppedMessage) => void
  cutAfterBytes: number
  /** Sends answers in pieces of so many bytes. */
  pieceBytes: number
  readonly bytesSent: () => number
  readonly stop: () => Promise<void>
}

export async function startScriptedPop3(): Promise<ScriptedPop3> {
  const sockets = new Set<Socket>()
  let sent = 0
  let sessions = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => sockets.delete(socket))
    const session: PopSession = {
      number: sessions, marked: new Set(), close: () => socket.destroy(),
      write: (text) => {
        const bytes = Buffer.from(text, 'latin1')
        for (let at = 0; at < bytes.length; at += pop3.pieceBytes) {
          const piece = bytes.subarray(at, at + pop3.pieceBytes)
          const left = pop3.cutAfterBytes - sent
          sent += Math.min(left, piece.length)
          if (left < piece.length) {
            pop3.cutAfterBytes = Infinity
            socket.end(piece.subarray(0, left))
            socket.destroySoon()
            return
          }
          if (!socket.destroyed) socket.write(piece)
        }
      },
    }
    sessions += 1
    session.write(pop3.greeting)
    // Numbers belong to one session.
    const numbered = [...pop3.messages]
    let rest = ''
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1')
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const command = rest.slice(0, end)
        rest = rest.slice(end + 2)
        pop3.commands.push(command)
        if (!pop3.script(command, session)) session.write(answer(pop3, session, numbered, command))
        if (command === 'QUIT') socket.end()
      }
    })
  })
  const pop3: ScriptedPop3 = {
    port: 0, messages: [], commands: [], greeting: '+OK ready\r\n', script: () => false,
    onDelete: () => undefined, cutAfterBytes: Infinity, pieceBytes: Infinity,
    bytesSent: () => sent,
    stop: () => new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy()
      server.close(() => resolve())
    }),
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(pop3, { port: (server.address() as AddressInfo).port })
}

function answer(
  pop3: ScriptedPop3, session: PopSession, numbered: readonly PoppedMessage[], command: string,
): string {
  const [name = '', number = ''] = command.split(' ')
  const message = numbered[Number(number) - 1]
  switch (name) {
    case 'UIDL':
      return listing(numbered.map(({ uid }, i) => `${i + 1} ${uid}`))
    case 'LIST':
      return listing(numbered.map(({ text }, i) => `${i + 1} ${text.length}`))
    case 'RETR':
      return message === undefined
        ? '-ERR no such message\r\n' : `+OK here\r\n${stuffed(message.text)}\r\n.\r\n`
    case 'DELE':
      if (message === undefined) return '-ERR no such message\r\n'
      pop3.onDelete(message)
      session.marked.add(message)
      return '+OK\r\n'
    case 'QUIT':
      pop3.messages = pop3.messages.filter((kept) => !session.marked.has(kept))
      return '+OK bye\r\n'
    default: return '+OK\r\n'
  }
}

function listing(lines: readonly string[]): string {
  return ['+OK', ...lines, '.', ''].join('\r\n')
}

/** Byte-stuffed (RFC 1939 §3), without the line end that comes before the last dot. */
function stuffed(text: string): string {
  return text.replace(/\r\n$/, '').replace(/^\./gm, '..')
}
