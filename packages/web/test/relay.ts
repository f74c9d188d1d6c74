// A mail server that takes every message and remembers it: where the tests of bouncing send to.

import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'

export type TakenMail = { readonly from: string; readonly to: string; readonly data: string }

export type Relay = {
  readonly port: number
  readonly taken: readonly TakenMail[]
  readonly stop: () => void
}

export async function startRelay(): Promise<Relay> {
  const taken: TakenMail[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    serve(socket, taken)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port, taken,
    stop() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

function serve(socket: Socket, taken: TakenMail[]): void {
  let [waiting, from, to] = ['', '', '']
  let isData = false
  const say = (line: string): boolean => socket.write(`${line}\r\n`)
  const answer = (line: string): void => {
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'EHLO') say('250 relay.example.com')
    else if (verb === 'QUIT') socket.end('221 Bye\r\n')
    else if (verb === 'DATA') {
      isData = true
      say('354 Go on')
    } else {
      if (verb === 'MAIL') from = /<([^>]*)>/.exec(line)?.[1] ?? ''
      if (verb === 'RCPT') to = /<([^>]*)>/.exec(line)?.[1] ?? ''
      say('250 2.0.0 Fine')
    }
  }
  socket.on('error', () => {})
  socket.on('data', (piece: Buffer) => {
    waiting += piece.toString('latin1')
    for (;;) {
      const end = waiting.indexOf(isData ? '\r\n.\r\n' : '\r\n')
      if (end < 0) return
      const text = waiting.slice(0, end)
      waiting = waiting.slice(end + (isData ? 5 : 2))
      if (isData) {
        isData = false
        taken.push({ from, to, data: text })
        say('250 2.0.0 Taken as 4711')
      } else answer(text)
    }
  })
  say('220 relay.example.com')
}
