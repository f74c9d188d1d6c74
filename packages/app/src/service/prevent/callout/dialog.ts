// One SMTP connection that only asks: greeting, EHLO, STARTTLS, MAIL, RCPT, QUIT. Libraries that
// send mail go on to DATA once a recipient is taken, which must never happen here.

import { once } from 'node:events'
import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

/** More than any server says in one reply. */
const REPLY_CHARS_MAX = 16_384

export type Reply = { readonly code: number; readonly text: string }

export type Dialog = {
  /** Sends a line and waits for the reply to it. */
  readonly say: (line: string) => Promise<Reply>
  /** The next reply without saying anything: the greeting. */
  readonly hear: () => Promise<Reply>
  /** Goes on by TLS, whatever the certificate is: it is about who listens, not who answers. */
  readonly secure: (serverName: string) => Promise<void>
  readonly end: () => void
}

/** @throws Error where it cannot connect, or the peer leaves, is silent or talks no SMTP */
export async function openDialog(
  { host, port, timeoutMs }: {
    readonly host: string; readonly port: number; readonly timeoutMs: number
  },
): Promise<Dialog> {
  let socket: Socket = connectTcp({ host, port })
  let line = createReplies(socket, timeoutMs)
  await within(timeoutMs, socket, once(socket, 'connect'))
  return {
    hear: () => line.next(),
    async say(text) {
      if (/[\r\n]/.test(text)) throw new TypeError('a command is one line')
      socket.write(`${text}\r\n`)
      return await line.next()
    },
    async secure(serverName) {
      // Whatever was said before TLS holds no more (RFC 3207 §4.2).
      line.forget()
      const tls = connectTls({ socket, servername: serverName, rejectUnauthorized: false })
      await within(timeoutMs, tls, once(tls, 'secureConnect'))
      socket = tls
      line = createReplies(tls, timeoutMs)
    },
    end: () => socket.destroy(),
  }
}

type Replies = { readonly next: () => Promise<Reply>; readonly forget: () => void }

function createReplies(socket: Socket, timeoutMs: number): Replies {
  let text = ''
  let failure: Error | undefined
  let wake: () => void = () => {}
  const fail = (error: Error): void => {
    failure ??= error
    wake()
  }
  const read = (piece: Buffer): void => {
    text += piece.toString('latin1')
    if (text.length > REPLY_CHARS_MAX) fail(new Error('The reply has no end.'))
    wake()
  }
  socket.on('data', read)
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('The server left.')))
  return {
    forget() {
      socket.off('data', read)
      text = ''
    },
    async next() {
      const overMs = performance.now() + timeoutMs
      for (;;) {
        const found = LAST_LINE.exec(text)
        if (found !== null) {
          const whole = text.slice(0, found.index + found[0].length)
          text = text.slice(whole.length)
          return { code: Number(found[1]), text: whole.trim().replaceAll(/\r?\n/g, '\n') }
        }
        if (failure !== undefined) throw failure
        const change = new Promise<void>((resolve) => { wake = resolve })
        await within(Math.max(1, overMs - performance.now()), socket, change)
      }
    },
  }
}

/** The line of a reply after whose code no hyphen stands (RFC 5321 §4.2.1). */
const LAST_LINE = /^([2-5]\d\d)(?: [^\r\n]*)?\r?\n/m

async function within(ms: number, socket: Socket, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The server did not answer in time.')), ms)
  })
  try {
    await Promise.race([work, late])
  } catch (error) {
    socket.destroy()
    throw error
  } finally {
    clearTimeout(timer)
  }
}
