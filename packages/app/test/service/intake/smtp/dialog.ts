// A raw SMTP client: what is sent is sent as it stands, and replies are read one by one.

import { connect, type Socket } from 'node:net'

export type Dialog = {
  readonly socket: () => Socket
  /** Writes bytes; adds nothing. */
  readonly write: (text: string | Uint8Array) => void
  /** The next whole reply, lines joined by a line feed; `closed` when there are no more. */
  readonly reply: () => Promise<string>
  /** Writes a line and reads the reply to it. */
  readonly ask: (line: string) => Promise<string>
  /** Continues on another socket, such as one with TLS. */
  readonly adopt: (socket: Socket) => void
  readonly end: () => void
}

/** A dialog that has read the greeting. */
export async function openDialog(
  place: number | string, options: { readonly localAddress?: string } = {},
): Promise<Dialog & { readonly greeting: string }> {
  const dialog = createDialog(typeof place === 'string'
    ? connect(place) : connect({ host: '127.0.0.1', port: place, ...options }))
  return { ...dialog, greeting: await dialog.reply() }
}

/** A dialog from the moment of the connection on. */
export function createDialog(first: Socket): Dialog {
  let socket = first
  let rest = ''
  let lines: string[] = []
  const replies: string[] = []
  const waiting: ((reply: string) => void)[] = []
  let isClosed = false
  const push = (reply: string): void => {
    const next = waiting.shift()
    if (next === undefined) replies.push(reply)
    else next(reply)
  }
  const listen = (): void => {
    socket.on('data', (bytes: Buffer) => {
      rest += bytes.toString('latin1')
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        lines.push(line)
        if (line[3] === '-') continue
        push(lines.join('\n'))
        lines = []
      }
    })
    socket.on('error', () => undefined)
    socket.on('close', () => {
      isClosed = true
      for (const next of waiting.splice(0)) next('closed')
    })
  }
  listen()
  const reply = (): Promise<string> => {
    const known = replies.shift()
    if (known !== undefined) return Promise.resolve(known)
    if (isClosed) return Promise.resolve('closed')
    return new Promise((resolve) => { waiting.push(resolve) })
  }
  const write = (text: string | Uint8Array): void => { socket.write(text) }
  return {
    socket: () => socket, write, reply,
    ask: (line) => {
      write(`${line}\r\n`)
      return reply()
    },
    adopt: (next) => {
      socket.removeAllListeners('data').removeAllListeners('close')
      rest = ''
      socket = next
      listen()
    },
    end: () => socket.destroy(),
  }
}
