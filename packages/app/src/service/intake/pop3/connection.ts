// A POP3 session (RFC 1939, STLS of RFC 2595, SASL of RFC 5034). Written here because the client
// on the registry finds the end of a message only where it ends a packet, keeps the doubled dots,
// reads bytes as UTF-8 and knows no STLS.

import type { Socket } from 'node:net'
import { openSocket, upgradeSocket } from './open-socket.ts'
import type { Pop3Options } from './options.ts'
import { readLines } from './reader.ts'
import type { Body, LineReader } from './reader.ts'

/** The server said no (`-ERR`); the connection stands. */
export class Pop3Refusal extends Error {
  readonly code = 'refused'
}

/** The server does not let the user in. */
export class Pop3LoginRefusal extends Error {
  readonly code = 'login-refused'
}

export type Pop3Connection = {
  /** Gives number and unique id of each message. */
  readonly uidl: (take: (number: number, uid: string) => void) => Promise<void>
  readonly list: (take: (number: number, size: number) => void) => Promise<void>
  /** The message, at most `bytesMax` of it. */
  readonly retrieve: (number: number, bytesMax: number) => Promise<Body>
  /** Becomes true when `quit` resolves. */
  readonly delete: (number: number) => Promise<void>
  readonly quit: () => Promise<void>
  readonly close: () => void
}

type Line = { readonly socket: Socket; readonly reader: LineReader }

/** Connects and logs in. A server's no is a Pop3Refusal, a login refused a Pop3LoginRefusal. */
export async function connectPop3(
  options: Pop3Options, signal: AbortSignal,
): Promise<Pop3Connection> {
  const plain = await openSocket(options, signal)
  const abort = (): void => void plain.destroy(new Error('stopped'))
  signal.addEventListener('abort', abort, { once: true })
  plain.once('close', () => signal.removeEventListener('abort', abort))
  // A server that sends a byte now and then is not silent, and yet gets nowhere.
  const timer = setTimeout(() => {
    plain.destroy(new Error('the server let nobody in for too long'))
  }, 3 * options.connectTimeoutMs)
  try {
    const line = await greet({ socket: plain, reader: readLines(plain) }, options, signal)
    await login(line, options)
    return commandsOver(line)
  } catch (error) {
    plain.destroy()
    throw error
  } finally {
    clearTimeout(timer)
  }
}

async function greet(line: Line, options: Pop3Options, signal: AbortSignal): Promise<Line> {
  await readStatus(line.reader)
  if (options.security !== 'starttls') return line
  await command(line, 'STLS')
  // Whatever came in the clear behind the answer was put there by someone else (T17).
  if (line.reader.unread() > 0) throw new Error('the server sent more before TLS; hung up')
  line.reader.release()
  const socket = await upgradeSocket(line.socket, options, signal)
  return { socket, reader: readLines(socket) }
}

function commandsOver(line: Line): Pop3Connection {
  const { socket, reader } = line
  const listing = async (name: string, take: (a: number, b: string) => void): Promise<void> => {
    await command(line, name)
    await reader.lines((text) => {
      const [, number, rest] = /^(\d{1,10}) +(\S{1,200})/.exec(text) ?? []
      if (number !== undefined && rest !== undefined) take(Number(number), rest)
    })
  }
  return {
    uidl: (take) => listing('UIDL', take),
    list: (take) => listing('LIST', (number, size) => take(number, Number(size))),
    retrieve: async (number, bytesMax) => {
      await command(line, `RETR ${number}`)
      return reader.body(bytesMax)
    },
    delete: async (number) => void await command(line, `DELE ${number}`),
    quit: async () => void await command(line, 'QUIT'),
    close: () => void socket.destroy(),
  }
}

async function login(line: Line, options: Pop3Options): Promise<void> {
  const { user, password, accessToken } = options
  try {
    if (password !== undefined) {
      await command(line, `USER ${user}`)
      await command(line, `PASS ${password}`)
    } else {
      const token = typeof accessToken === 'function' ? await accessToken() : accessToken
      await loginByToken(line, `user=${user}\u0001auth=Bearer ${token}\u0001\u0001`)
    }
  } catch (error) {
    if (error instanceof Pop3Refusal) throw new Pop3LoginRefusal(error.message, { cause: error })
    throw error
  }
}

/** XOAUTH2 in two steps, which Google and Microsoft both take. */
async function loginByToken({ socket, reader }: Line, response: string): Promise<void> {
  socket.write('AUTH XOAUTH2\r\n')
  let answer = await reader.line()
  for (const text of [Buffer.from(response).toString('base64'), '']) {
    // After a refusal the server explains itself and waits for an empty line.
    if (!/^\+(?: |$)/.test(answer)) break
    socket.write(`${text}\r\n`)
    answer = await reader.line()
  }
  checkStatus(answer)
}

function command({ socket, reader }: Line, text: string): Promise<string> {
  socket.write(`${text}\r\n`)
  return readStatus(reader)
}

async function readStatus(reader: LineReader): Promise<string> {
  return checkStatus(await reader.line())
}

function checkStatus(line: string): string {
  if (/^\+OK/i.test(line)) return line.slice(3).trim()
  if (/^-ERR/i.test(line)) throw new Pop3Refusal(line.slice(4).trim() || 'refused')
  throw new Error(`this is no answer of a POP3 server: ${line.slice(0, 80)}`)
}
