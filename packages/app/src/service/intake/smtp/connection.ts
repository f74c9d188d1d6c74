// One SMTP or LMTP session with its limits: what smtp-server leaves open of T16, T19 and T20.

import { SMTPConnection } from 'smtp-server/lib/smtp-connection.js'
import type { SmtpLimits } from './options.ts'
import { StrictStream } from './stream.ts'

/** Commands that bring no message nearer (Postfix: smtpd_junk_command_limit). */
const IDLE_COMMANDS: ReadonlySet<string> = new Set(
  ['NOOP', 'RSET', 'VRFY', 'EXPN', 'HELP', 'EHLO', 'HELO', 'LHLO'])
/** A text that brings its own enhanced code. */
const ENHANCED_CODE = /^[245]\.\d{1,3}\.\d{1,3} /
/** A null sender is parsed in place of one that RFC 5321 does not know, such as `MAILER-DAEMON`. */
const ODD_SENDER = /^MAIL FROM:\s{0,9}<([^<>\x00-\x1f\x7f-\x9f\ufffd]{1,320})>(\s.{0,1500})?$/i
/** How many times the largest message a peer may send before it is cut off. */
const OVERSIZE_MAX = 4

export type SessionLimits = SmtpLimits & {
  /** Milliseconds that only go forward. */
  readonly clock: () => number
}

export class StrictConnection extends SMTPConnection {
  /** Set before the session begins, see `StrictServer.connect`. */
  limits: SessionLimits | undefined
  /** Called once, when the session is over. */
  whenOver: (() => void) | undefined
  #began = Number.NaN
  #lastReply = Number.NaN
  #refusals = 0
  #idleCommands = 0
  /** The command that is answered now. */
  #verb = ''
  /** The socket whose writes are held back until the end of this turn. */
  #gathering: StrictConnection['_socket'] | undefined

  override init(): void {
    this.#began = this.limits?.clock() ?? Number.NaN
    this.#lastReply = this.#began
    super.init()
  }

  override _createParser(): StrictStream {
    const parser = new StrictStream({ maxCommandLength: this._server.options.maxCommandLength })
    parser.oncommand = (command, next) => this._onCommand(command, next)
    parser.on('error', (error) => this.send(421, `4.5.2 ${error.message}`))
    return parser
  }

  override _onCommand(command: Buffer, next?: () => void): void {
    const [verb = ''] = command.subarray(0, 10).toString('latin1').toUpperCase().split(' ', 1)
    this.#verb = verb
    if (IDLE_COMMANDS.has(verb)) this.#idleCommands++
    if (this.limits !== undefined && this.#idleCommands > this.limits.idleCommandsMax) {
      this.send(421, '4.7.0 Too many commands without a message')
      return
    }
    if (verb === 'EXPN' && this._ready && !this._upgrading) {
      // Who is on a list is nobody's business (RFC 5321 §7.3).
      this.send(502, '5.5.1 EXPN is not offered here')
      this._whenWritable(next ?? (() => undefined))
      return
    }
    super._onCommand(command, next)
  }

  override send(code: number, data?: string | string[] | null, context?: string | false): void {
    const ownCode = typeof data === 'string' && ENHANCED_CODE.test(data)
    this.#gather()
    super.send(code, data, ownCode ? false : context)
    // Behind a 220 comes the handshake of TLS.
    if (code === 220) this.#flush()
    this.#lastReply = this.limits?.clock() ?? Number.NaN
    if (code === 354) this.#idleCommands = 0
    // A message may have a refusal for each of its recipients (LMTP); that is no mischief.
    const isOfMessage = this.#verb === 'DATA' && code !== 503
    if (code < 400 || code === 421 || isOfMessage || this._closing) return
    this.#refusals++
    if (this.limits !== undefined && this.#refusals >= this.limits.errorsMax) {
      super.send(421, '4.7.0 Too many errors', false)
    }
  }

  /** Replies to commands that came together leave together (RFC 2920 §3.2): one write, not four. */
  #gather(): void {
    if (this.#gathering !== undefined || this._socket.destroyed) return
    this.#gathering = this._socket
    this.#gathering.cork()
    setImmediate(() => this.#flush())
  }

  #flush(): void {
    const socket = this.#gathering
    this.#gathering = undefined
    socket?.uncork()
  }

  override _onClose(): void {
    super._onClose()
    this.whenOver?.()
    this.whenOver = undefined
  }

  override _parseAddressCommand(
    name: string, command: Buffer | string,
  ): ReturnType<SMTPConnection['_parseAddressCommand']> {
    const parsed = super._parseAddressCommand(name, command)
    if (parsed !== false || name !== 'mail from') return parsed
    // Bounces come from all sorts of senders; the sender of a bounce decides nothing.
    const odd = ODD_SENDER.exec(command.toString().trim())
    if (odd === null) return false
    const bare = super._parseAddressCommand(name, `MAIL FROM:<>${odd[2] ?? ''}`)
    return bare === false ? false : { ...bare, address: odd[1] as string }
  }

  /** True while the peer waits for us and not we for the peer. */
  get isOurTurn(): boolean {
    const isData = this._parser !== false && this._parser._dataMode
    return this._handlerPending || (!!this._dataStream && !isData)
  }

  /** True while a message comes in or is stored. */
  get isInMessage(): boolean {
    return !!this._dataStream
  }

  /** Ends the session where the peer is too slow, too long or too much. */
  checkPace(isCrowded: boolean): void {
    if (this.limits === undefined || this._closing || this.isOurTurn) return
    const { clock, sessionMs, bytesPerSecondMin, messageBytesMax } = this.limits
    const bytes = this.isInMessage && this._parser !== false ? this._parser.dataBytes : 0
    const calmMs = this.isInMessage ? this.limits.dataTimeoutMs : this.limits.commandTimeoutMs
    const waitMs = isCrowded ? Math.min(calmMs, this.limits.crowdedTimeoutMs) : calmMs
    const now = clock()
    if (bytes > OVERSIZE_MAX * messageBytesMax) {
      this.send(421, `4.3.4 Message exceeds ${messageBytesMax} bytes by far`)
    } else if (now - this.#lastReply > waitMs + (bytes / bytesPerSecondMin) * 1_000) {
      this.send(421, '4.4.2 Too slow')
    } else if (now - this.#began > sessionMs) {
      this.send(421, '4.4.2 Session has lasted long enough')
    }
  }
}
