// Reads the configuration: file (YAML 1.2, of which JSON is a part), then environment, then
// defaults; all that is wrong is told at once.

import { readFileSync } from 'node:fs'
import { checkPolicy, PRESETS } from '@carom/core'
import { LineCounter, parseDocument } from 'yaml'
import type { Document } from 'yaml'
import { applyEnvironment, SHORT_FORMS } from './environment.ts'
import type { Environment } from './environment.ts'
import { isLoopback } from '../intake/mailbox/server.ts'
import { NEEDED } from '../mailboxes/options.ts'
import { problemsOf } from './problems.ts'
import type { ConfigProblem } from './problems.ts'
import { resolveReferences } from './references.ts'
import { CONFIG_SCHEMA } from './schema.ts'
import type { Config } from './types.ts'

export type ConfigResult =
  | { readonly kind: 'read'; readonly config: Config }
  | { readonly kind: 'wrong'; readonly problems: readonly ConfigProblem[] }

export type ReadConfigOptions = {
  /** The text of the file; absent: there is none. */
  readonly text?: string | undefined
  readonly env: Environment
  /** Finds the known word that a mistyped one is nearest to. */
  readonly nearest: Nearest
}

type Nearest = (word: string, known: readonly string[]) => string | undefined

/** A longer file is none that somebody wrote. */
const CONFIG_CHARS_MAX = 4_000_000
/** Aliases (`&a`, `*a`) may repeat, but not multiply a small file into a huge one. */
const ALIASES_MAX = 100

/** The configuration, or everything that is wrong with it. */
export function readConfig({ text = '', env, nearest }: ReadConfigOptions): ConfigResult {
  if (text.length > CONFIG_CHARS_MAX) {
    return { kind: 'wrong', problems: [{ path: '', message: 'longer than 4,000,000 characters' }] }
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    return { kind: 'wrong', problems: document.errors.slice(0, 10).map(({ message, pos }) => ({
      path: '', message, line: lines.linePos(pos[0]).line,
    })) }
  }
  const { root, problem } = readRoot(document)
  if (root === undefined) return { kind: 'wrong', problems: [problem] }
  const environment = applyEnvironment(root, env, nearest)
  expandDomains(root)
  const references = resolveReferences(root, env, readSecretFile)
  const parsed = CONFIG_SCHEMA.safeParse(root)
  const problems = [
    ...environment.problems, ...references,
    ...parsed.success
      ? checkWhole(parsed.data, nearest)
      : problemsOf(parsed.error.issues, root, nearest)
        .filter(({ path }) => !references.some((reference) => reference.path === path)),
  ]
  if (parsed.success && problems.length === 0) return { kind: 'read', config: parsed.data }
  return { kind: 'wrong', problems: problems.map((one) => {
    const variable = one.variable ?? originOf(environment.origins, one.path)
    if (variable !== undefined) return { ...one, variable }
    const line = lineOf(document, lines, one.path)
    return line === undefined ? one : { ...one, line }
  }) }
}

type Root =
  | { readonly root: Record<string, unknown>; readonly problem?: undefined }
  | { readonly root?: undefined; readonly problem: ConfigProblem }

function readRoot(document: Document.Parsed): Root {
  const value = plainValue(document)
  if (value instanceof Error) return { problem: { path: '', message: value.message } }
  if (value === null || value === undefined) return { root: {} }
  if (typeof value !== 'object' || Array.isArray(value)) {
    const message = 'it must hold settings, such as `http: { port: 8025 }`'
    return { problem: { path: '', message } }
  }
  const root: Record<string, unknown> = { ...value }
  for (const [section, key] of Object.entries(SHORT_FORMS)) {
    if (typeof root[section] === 'string') root[section] = { [key]: root[section] }
  }
  // A section without a line below it is empty, not wrong.
  for (const key of Object.keys(root)) if (root[key] === null) delete root[key]
  return { root }
}

function plainValue(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: ALIASES_MAX })
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
}

/** A name stands for a domain of that name. */
function expandDomains(root: Record<string, unknown>): void {
  for (const protocol of ['smtp', 'lmtp']) {
    const section = root[protocol] as { domains?: unknown } | null | undefined
    if (!Array.isArray(section?.domains)) continue
    section.domains = section.domains.map((one: unknown) =>
      typeof one === 'string' ? { name: one } : one)
  }
}

/** The variable that a value, or what it is a part of, came from. */
function originOf(origins: ReadonlyMap<string, string>, path: string): string | undefined {
  const keys = path.split('.')
  for (let length = keys.length; length > 0; length--) {
    const variable = origins.get(keys.slice(0, length).join('.'))
    if (variable !== undefined) return variable
  }
  return undefined
}

// What no single setting can say: names that are there twice, settings that need each other.
function checkWhole(config: Config, nearest: Nearest): ConfigProblem[] {
  const problems: ConfigProblem[] = []
  const seen = new Set<string>(['smtp', 'lmtp', 'http'])
  config.sources.forEach(({ name }, i) => {
    if (seen.has(name)) {
      problems.push({ path: `sources.${i}.name`, message: `"${name}" is taken` })
    }
    seen.add(name)
  })
  config.sources.forEach((source, i) => {
    if (source.type !== 'imap' && source.type !== 'pop3') return
    if (source.password !== undefined || source.accessToken !== undefined) return
    problems.push({ path: `sources.${i}.password`, message: 'is missing; or set accessToken' })
  })
  problems.push(...checkMailboxes(config))
  const { relay } = config.bounce
  if (relay !== undefined) problems.push(...checkPlain('bounce.relay', relay))
  problems.push(...checkOptin(config), ...checkHashed(config))
  if (config.smtp.enabled && config.smtp.domains.length === 0) {
    problems.push({
      path: 'smtp.domains', message: 'is empty; name the domains whose bounces are taken',
    })
  }
  if (config.lmtp.enabled && config.lmtp.domains.length === 0) {
    problems.push({
      path: 'lmtp.domains', message: 'is empty; name the domains whose bounces are taken',
    })
  }
  if (config.http.oidc !== undefined && config.http.publicUrl === undefined) {
    problems.push({
      path: 'http.oidc', message: 'needs http.publicUrl, the address that browsers come back to',
    })
  }
  return [...problems, ...checkPolicySetting(config.policy, nearest)]
}

/** What has to write to an address, or to write it down, cannot go by its hash. */
function checkHashed({ privacy, optin, bounce, maps }: Config): ConfigProblem[] {
  if (privacy.addresses !== 'hashed') return []
  const needs: readonly (readonly [path: string, isOn: boolean, why: string])[] = [
    ['optin.enabled', optin.enabled, 'mails people, whose addresses are not kept'],
    ['bounce.relay', bounce.relay !== undefined, 'keeps to whom mail was bounced'],
    ['maps.files', maps.files.length > 0, 'names addresses; let the mail server ask a socketmap'],
  ]
  return needs.filter(([, isOn]) => isOn)
    .map(([path, , why]) => ({ path, message: `${why}: not with privacy.addresses: hashed` }))
}

/** A password that goes over the net in plain text is everybody's. */
function checkPlain(path: string, { host, security }: {
  readonly host?: string | undefined; readonly security: string
}): ConfigProblem[] {
  if (security !== 'plain' || host === undefined || isLoopback(host)) return []
  return [{ path: `${path}.security`, message: 'plain is for this machine only; use tls' }]
}

function checkOptin({ optin, bounce, http }: Config): ConfigProblem[] {
  const { enabled, from, relay, lists } = optin
  const missing = (path: string, message: string, isThere: boolean): ConfigProblem[] =>
    isThere || !enabled ? [] : [{ path, message }]
  return [
    ...missing('optin.from', 'is missing; the mails to confirm need it', from !== undefined),
    ...missing('optin.relay', 'is missing, and bounce.relay too; mails need a way out',
      (relay ?? bounce.relay) !== undefined),
    ...missing('optin.enabled', 'needs http.publicUrl, the address that links lead to',
      http.publicUrl !== undefined),
    ...relay === undefined ? [] : checkPlain('optin.relay', relay),
    ...lists.flatMap(({ name }, i) =>
      lists.findIndex((list) => list.name === name) === i ? [] : [{
        path: `optin.lists.${i}.name`, message: `"${name}" is taken`,
      }]),
    ...lists.flatMap(({ mails = [] }, i) => mails.flatMap(({ language }, j) =>
      mails.findIndex((mail) => mail.language === language) === j ? [] : [{
        path: `optin.lists.${i}.mails.${j}.language`, message: `"${language}" is taken`,
      }])),
  ]
}

function checkMailboxes({ mailboxes: { accounts } }: Config): ConfigProblem[] {
  return accounts.flatMap((account, i) => [
    ...checkPlain(`mailboxes.accounts.${i}`, account),
    ...NEEDED[account.type].filter((key) => account[key] === undefined).map((key) => ({
      path: `mailboxes.accounts.${i}.${key}`, message: `is missing; ${account.type} needs it`,
    })),
    ...accounts.findIndex(({ name }) => name === account.name) === i ? [] : [{
      path: `mailboxes.accounts.${i}.name`, message: `"${account.name}" is taken`,
    }],
  ])
}

function checkPolicySetting(policy: Config['policy'], nearest: Nearest): ConfigProblem[] {
  if (typeof policy !== 'string') {
    return (checkPolicy(policy).problems ?? []).map(({ path, message }) => ({
      path: path === '' ? 'policy' : `policy.${path}`, message,
    }))
  }
  const ids = PRESETS.map(({ id }) => id)
  if (ids.includes(policy)) return []
  const guess = nearest(policy, ids)
  const more = guess === undefined ? `There are ${ids.join(', ')}.` : `Did you mean ${guess}?`
  return [{ path: 'policy', message: `there is no preset "${policy.slice(0, 60)}". ${more}` }]
}

function lineOf(document: Document.Parsed, lines: LineCounter, path: string): number | undefined {
  const keys = path === '' ? [] : path.split('.')
  for (let length = keys.length; length > 0; length--) {
    const node = document.getIn(keys.slice(0, length).map(keyOf), true)
    const range = (node as { range?: readonly number[] } | undefined)?.range
    if (range?.[0] !== undefined) return lines.linePos(range[0]).line
  }
  return undefined
}

function keyOf(key: string): string | number {
  return /^\d+$/.test(key) ? Number(key) : key
}

function readSecretFile(path: string): string {
  return readFileSync(path, 'utf8').replace(/\r?\n$/, '')
}
