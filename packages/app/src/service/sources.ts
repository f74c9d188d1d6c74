// From the configuration to the components that take bounces in, one for each source.

import type { TokenKey } from '@carom/core'
import type { Config, SourceConfig } from './config/types.ts'
import type { SourceView } from './http/rows.ts'
import { createImapIntake } from './intake/imap.ts'
import { createJournaldIntake } from './intake/log/journald.ts'
import { createLogFiles } from './intake/log/files.ts'
import { JOURNALD_DEFAULTS, LOG_FILE_DEFAULTS, SYSLOG_DEFAULTS } from './intake/log/options.ts'
import { createSyslogIntake } from './intake/log/syslog.ts'
import type { LogIntake, LogIntakeDeps } from './intake/log/types.ts'
import { createMaildirIntake } from './intake/maildir.ts'
import { createMboxIntake } from './intake/mbox.ts'
import type { MailIntake, MailIntakeDeps } from './intake/mailbox/types.ts'
import { createPop3Intake } from './intake/pop3.ts'
import { createSmtpIntake } from './intake/smtp.ts'
import type { Log } from './log.ts'
import { createCursors } from './store/cursors.ts'
import type { SourceInput } from './store/sources.ts'
import type { Store } from './store/types.ts'

export type Health = SourceView['health']

export type Source = {
  readonly row: SourceInput
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  /** Reads certificates again. */
  readonly reload?: () => Promise<void>
  readonly health: () => Health
}

export type SourceDeps = {
  readonly store: Store
  readonly log: Log
  readonly now: () => number
  readonly wake: () => void
  /** Readers of logs that have much still to read. */
  readonly behind: Set<object>
  /** As they are now: they may be changed while the service runs. */
  readonly tokenKeys: () => readonly TokenKey[]
  /** Logged, and written down with the source, for its health. */
  readonly alarm: (source: string, problem: string) => void
  /** Written down alone: it may be over before anybody looks, and is logged where it happens. */
  readonly trouble: (source: string, problem: string) => void
}

/**
 * Everything that is to be started; webhooks are the API's.
 * @throws TypeError for settings that cannot work
 */
export function createSources(config: Config, deps: SourceDeps): Source[] {
  return [
    ...config.smtp.enabled ? [createListener('smtp', config, deps)] : [],
    ...config.lmtp.enabled ? [createListener('lmtp', config, deps)] : [],
    ...config.sources.filter(({ enabled, type }) => enabled && type !== 'webhook')
      .map((source) => createSource(source, config.tenant, deps)),
  ]
}

/** The row of a source, in the store and in the API; without secrets. */
export function sourceRow(source: SourceConfig, tenant: string): SourceInput {
  const { name, type, enabled } = source
  const shown = Object.entries(source).filter(([key]) => !HIDDEN.has(key))
  return {
    id: name, tenant, type, name, enabled, settings: JSON.stringify(Object.fromEntries(shown)),
    ...(type === 'webhook' ? { vendor: source.vendor } : {}),
    ...('mta' in source ? { vendor: source.mta } : {}),
  }
}

const HIDDEN: ReadonlySet<string> =
  new Set(['password', 'accessToken', 'secret', 'secrets', 'name', 'type', 'enabled'])

function createListener(protocol: 'smtp' | 'lmtp', config: Config, deps: SourceDeps): Source {
  const { enabled: _enabled, domains, ...options } = config[protocol]
  const intake = createSmtpIntake(given({
    ...options, protocol, source: protocol, tokenKeys: deps.tokenKeys,
    domains: domains.map((domain) => given({ ...domain, tenant: config.tenant })),
  }), deps)
  let isRunning = false
  return {
    row: {
      id: protocol, tenant: config.tenant, type: protocol, name: protocol, enabled: true,
      settings: JSON.stringify({ host: options.host, port: options.port, domains }),
    },
    start: async () => {
      await intake.start()
      isRunning = true
      deps.log.info(`listening for ${protocol}`, { host: options.host, port: intake.port() })
    },
    stop: intake.stop, reload: intake.reload,
    health: () => isRunning ? 'running' : 'waiting',
  }
}

function createSource(source: SourceConfig, tenant: string, deps: SourceDeps): Source {
  const row = sourceRow(source, tenant)
  const cursors = createCursors(deps.store, source.name, deps.now)
  const intake = source.type === 'log' || source.type === 'syslog' || source.type === 'journald'
    ? fromLog(createLogSource(source, tenant, {
      ...deps, cursors, alarm: (problem) => deps.alarm(source.name, problem),
    }))
    : fromMail(createMailSource(source, tenant, {
      ...deps, cursors, trouble: (problem) => deps.trouble(source.name, problem),
    }))
  return { row, ...intake }
}

type LogSettings = Extract<SourceConfig, { type: 'log' | 'syslog' | 'journald' }>

function createLogSource(source: LogSettings, tenant: string, deps: LogIntakeDeps): LogIntake {
  const own = { ...given(source), tenant, source: source.name }
  if (own.type === 'log') return createLogFiles({ ...LOG_FILE_DEFAULTS, ...own }, deps)
  if (own.type === 'syslog') return createSyslogIntake({ ...SYSLOG_DEFAULTS, ...own }, deps)
  return createJournaldIntake({ ...JOURNALD_DEFAULTS, ...own }, deps)
}

function createMailSource(
  source: SourceConfig, tenant: string, deps: MailIntakeDeps,
): MailIntake {
  const own = { ...given(source), tenant, source: source.name }
  if (own.type === 'imap') return createImapIntake(own, deps)
  if (own.type === 'pop3') return createPop3Intake(own, deps)
  if (own.type === 'maildir') return createMaildirIntake(own, deps)
  if (own.type === 'mbox') return createMboxIntake(own, deps)
  throw new TypeError(`source ${source.name}: ${source.type} cannot be read`)
}

type Running = Pick<Source, 'start' | 'stop' | 'health'>

function fromMail({ start, stop, health }: MailIntake): Running {
  return {
    start, stop,
    health: () => {
      const states = health().map(({ state }) => state)
      if (states.includes('failing')) return 'failing'
      if (states.length > 0 && states.every((state) => state === 'stopped')) return 'stopped'
      return states.includes('starting') ? 'waiting' : 'running'
    },
  }
}

function fromLog(intake: LogIntake): Running {
  let health: Health = 'waiting'
  return {
    start: async () => {
      await intake.start()
      health = 'running'
    },
    stop: async () => {
      await intake.stop()
      health = 'stopped'
    },
    health: () => health,
  }
}

/** The settings that were given: what is undefined is not there. */
function given<Settings extends object>(settings: Settings): Given<Settings> {
  return Object.fromEntries(
    Object.entries(settings).filter(([, value]) => value !== undefined)) as Given<Settings>
}

type Given<Type> = Type extends unknown
  ? { [Key in keyof Type]: Exclude<Type[Key], undefined> } : never
