// smtp-server with sessions of our kind, counted by network and timed.

import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { SMTPConnectionOptions } from 'smtp-server/lib/smtp-connection.js'
import { StrictConnection, type SessionLimits } from './connection.ts'
import type { NetworkCounts } from './networks.ts'

/** How often sessions are looked at, at most. */
const PACE_INTERVAL_MS = 1_000
const PACE_CHECKS_PER_TIMEOUT = 4
const CROWDED_SHARE = 0.8

export type ServerLimits = SessionLimits & { readonly networks: NetworkCounts }

export class StrictServer extends SMTPServer {
  readonly #limits: ServerLimits
  #pace: NodeJS.Timeout | undefined

  constructor(options: SMTPServerOptions, limits: ServerLimits) {
    super(options)
    this.#limits = limits
  }

  override connect(socket: Socket | TLSSocket, options?: SMTPConnectionOptions | null): void {
    const connection = new StrictConnection(this, socket, options)
    const leave = this.#limits.networks.enter(connection.remoteAddress)
    connection.limits = this.#limits
    connection.whenOver = leave
    this.connections.add(connection)
    connection.on('error', (error: Error) => this._onError(error))
    connection.init()
  }

  /** Begins to time sessions. */
  startPace(): void {
    const { commandTimeoutMs, dataTimeoutMs, crowdedTimeoutMs, connectionsMax } = this.#limits
    const shortest =
      Math.min(commandTimeoutMs, dataTimeoutMs, crowdedTimeoutMs) / PACE_CHECKS_PER_TIMEOUT
    this.#pace = setInterval(() => {
      const isCrowded = this.connections.size > CROWDED_SHARE * connectionsMax
      for (const connection of this.strictConnections()) connection.checkPace(isCrowded)
    }, Math.min(PACE_INTERVAL_MS, shortest))
    this.#pace.unref()
  }

  /** Takes no new sessions, tells idle ones at once, and waits for those in a message. */
  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.close(resolve))
    for (const connection of this.strictConnections()) {
      if (connection.isOurTurn || connection.isInMessage) continue
      connection.send(421, '4.3.2 Going down, come again later')
    }
    await closed
    clearInterval(this.#pace)
    for (const connection of this.strictConnections()) connection._socket.destroy()
  }

  private strictConnections(): StrictConnection[] {
    return [...this.connections].filter((one) => one instanceof StrictConnection)
  }
}
