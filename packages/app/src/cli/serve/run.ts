// The service as a process: first key, signals, exit codes.

import type { Config } from '../../service/config/types.ts'
import { createLog, type RunningLog } from '../../service/log.ts'
import { createService, type Service } from '../../service/serve.ts'
import { baseUrl } from '../base-url.ts'
import { UsageError, type Arguments, type Io } from '../command.ts'
import { loadConfig } from '../config.ts'
import { makeDemo } from './demo.ts'

const EXIT_STOPPED = 0
const EXIT_FAILED = 1
const EXIT_WRONG_CONFIGURATION = 2

/** What is left running after a stop is cut off after this time. */
const LINGER_MS = 500

/** Until it is stopped; the exit code. */
export async function serve(args: Arguments, io: Io): Promise<number> {
  if (args.positionals.length > 0) {
    throw new UsageError('it takes no words', 'Name a configuration with --config FILE.')
  }
  const [file, store, port] = [args.value('config'), args.value('store'), args.value('port')]
  const demo = await makeDemo(args, io)
  const found = demo === undefined ? await loadConfig(file, io, {
    ...(store === undefined ? {} : { CAROM_STORE: store }),
    ...(port === undefined ? {} : { CAROM_HTTP_PORT: port }),
  }) : { config: demo.config, name: 'demonstration' }
  if (found === undefined) return EXIT_WRONG_CONFIGURATION
  const { config, name } = found
  const log = createLog(config.log)
  const signals = listenForSignals()
  let service: Service
  try {
    service = await createService(config, { log, now: Date.now, env: io.env })
  } catch (error) {
    return await fail(error, io, signals)
  }
  try {
    const at = await service.start()
    await greet(service, config, at, io)
    log.info('started', { configuration: name, store: config.store.url })
  } catch (error) {
    await service.stop()
    return await fail(error, io, signals)
  }
  await waitForStop(signals, service, log, async () =>
    demo?.config ?? (await loadConfig(file, io))?.config)
  log.info('stopping')
  await service.stop()
  await demo?.remove()
  log.info('stopped')
  await log.flush()
  signals.close()
  // Whatever may still hold the process is not worth waiting for: all that counts is durable.
  setTimeout(() => process.exit(EXIT_STOPPED), LINGER_MS).unref()
  return EXIT_STOPPED
}

async function fail(error: unknown, io: Io, signals: Signals): Promise<number> {
  signals.close()
  await io.stderr.write(`carom serve: ${describeStart(error)}\n`)
  setTimeout(() => process.exit(EXIT_FAILED), LINGER_MS).unref()
  return EXIT_FAILED
}

function describeStart(error: unknown): string {
  const { code, message, port } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE') return `port ${port} is taken; choose another with --port`
  if (code === 'EACCES' && port !== undefined) {
    return `port ${port} may not be used by this user; choose one above 1023`
  }
  return message
}

/** Says where the API is and, the first time, the key to it. */
async function greet(
  { keys, access }: Service, config: Config, at: { host: string; port: number } | undefined, io: Io,
): Promise<void> {
  const base = at === undefined ? '' : baseUrl(config, at)
  const lines = at === undefined ? []
    : [`Pages      ${base}/`, `API        ${base}/v1`, `Document   ${base}/openapi.json`]
  const known = await keys.list(config.tenant)
  if (known.every(({ revokedAt }) => revokedAt !== undefined)) {
    const { token } = await keys.create(config.tenant, { name: 'first', scopes: ['admin'] })
    lines.push(`Admin key  ${token}`, '           It is shown this once.')
  }
  const link = at === undefined ? undefined : await access.links.makeSetup()
  if (link !== undefined) {
    lines.push('', `Open ${base}/setup#${link.token} to make the first account`)
  }
  if (lines.length > 0) await io.stdout.write(`${lines.join('\n')}\n`)
}

type Signals = {
  readonly next: () => Promise<'stop' | 'reload'>
  readonly close: () => void
}

/** Signals in the order in which they come; a second one to stop ends the process. */
function listenForSignals(): Signals {
  const waiting: ('stop' | 'reload')[] = []
  let wake = (): void => {}
  let stops = 0
  const stop = (): void => {
    stops++
    if (stops > 1) process.exit(EXIT_FAILED)
    waiting.push('stop')
    wake()
  }
  const reload = (): void => {
    waiting.push('reload')
    wake()
  }
  process.on('SIGTERM', stop).on('SIGINT', stop).on('SIGHUP', reload)
  return {
    async next() {
      while (waiting.length === 0) await new Promise<void>((resolve) => { wake = resolve })
      return waiting.shift() as 'stop' | 'reload'
    },
    close() {
      process.off('SIGTERM', stop).off('SIGINT', stop).off('SIGHUP', reload)
    },
  }
}

async function waitForStop(
  signals: Signals, service: Service, log: RunningLog, read: () => Promise<Config | undefined>,
): Promise<void> {
  // Without a listener, the wait for a signal alone would not keep the process alive.
  const alive = setInterval(() => {}, 60_000)
  while (await signals.next() === 'reload') {
    try {
      const config = await read()
      if (config !== undefined) log.setLevel(config.log.level)
      await service.reload()
      log.info('certificates, token keys and log level were read again')
    } catch (error) {
      log.error('not everything could be read again; what was there goes on', { error })
    }
  }
  clearInterval(alive)
}
