// The import rules: rooms import toward the ground only, no cycles, type imports included.

import { posix } from 'node:path'
import { listFiles, readSourceFile, reportFindings, visit } from './source-files.ts'
import type { Finding, SourceFile } from './source-files.ts'

export type Edge = {
  readonly from: string
  readonly to: string
  readonly line: number
  readonly onlyTypes: boolean
}

/**
 * Room or file → what it may import beside itself, relative to packages/. `types of X` admits type
 * imports alone. The longest name that fits a file rules it; what stands nowhere may not be
 * imported.
 */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  'core/src/text': [],
  'core/src/smtp': ['core/src/text/sha256.ts', 'core/src/text/units.ts'],
  'core/src/message': ['core/src/text', 'core/src/smtp'],
  'core/src/rules': [
    'types of core/src/smtp', 'core/src/text/read-text.ts', 'core/src/text/units.ts',
  ],
  'core/src/report': [
    'core/src/message', 'core/src/smtp', 'core/src/text', 'types of core/src/rules',
    'core/src/rules/reporters',
  ],
  'core/src/evidence': [
    'types of core/src/report', 'types of core/src/message', 'types of core/src/rules',
    'core/src/smtp', 'core/src/text',
  ],
  'core/src/classify': [
    'types of core/src/evidence', 'types of core/src/rules', 'core/src/rules/concepts.ts',
    'core/src/smtp', 'core/src/text',
  ],
  'core/src/event': [
    'types of core/src/classify', 'types of core/src/evidence', 'types of core/src/report',
    'types of core/src/rules', 'core/src/text/sha256.ts',
  ],
  'core/src/anonymize': [
    'core/src/knowledge.ts', 'core/src/classify', 'core/src/message', 'core/src/report',
    'core/src/rules', 'core/src/smtp', 'core/src/text',
  ],
  'core/src/policy': ['types of core/src/event'],
  'core/src/explain': ['types of core/src/classify', 'core/src/rules', 'core/src/smtp'],
  'core/src/prevent': ['core/src/smtp'],
  'core/src/prevent.ts': ['core/src/prevent'],
  'core/src/reports.ts': ['core/src/report'],
  'core/src/codes.ts': ['core/src/explain', 'core/src/rules'],
  'core/src/knowledge.ts': ['types of core/src/classify', 'core/src/rules'],
  'core/src/receiver.ts': ['core/src/classify', 'core/src/rules'],
  'core/src/engine.ts': [
    'core/src/knowledge.ts', 'core/src/classify', 'core/src/event', 'core/src/evidence',
    'core/src/message', 'core/src/report', 'core/src/rules', 'core/src/smtp', 'core/src/text',
  ],
  'core/src/webhook.ts': [
    'types of core/src/engine.ts', 'types of core/src/event', 'core/src/report',
  ],
  'core/src/index.ts': ['core/src'],
  'app/src/csv': [],
  'app/src/mbox': [],
  'app/src/cli': [
    '@carom/core', 'node:', 'app/package.json', 'app/src/csv', 'app/src/mbox', 'app/src/service',
    'yaml',
  ],
  'app/src/service/log.ts': ['node:', 'pino'],
  'app/src/service/turns.ts': [],
  'app/src/service/store': ['@carom/core', 'node:', 'app/src/service/log.ts', 'pg'],
  'app/src/service/check': [
    '@carom/core', 'node:', 'types of app/src/service/store', 'app/src/service/log.ts',
  ],
  'app/src/service/deliver': [
    '@carom/core', 'node:', 'types of app/src/service/store', 'app/src/service/log.ts',
    'types of app/src/service/check', 'ipaddr.js', 'aws4',
  ],
  'app/src/service/prevent': [
    '@carom/core', 'node:', 'app/src/csv', 'types of app/src/service/store', 'app/src/service/log.ts',
    'app/src/service/check', 'app/src/service/reports', 'app/src/service/turns.ts',
    'app/src/service/deliver/public-address.ts', 'disposable-email-domains-js', 'htmlparser2',
    'mailauth', 'role-based-email-addresses',
  ],
  'app/src/service/optin': [
    '@carom/core', 'node:', 'types of app/src/service/store', 'app/src/service/log.ts',
    'app/src/service/access/attempts.ts', 'app/src/service/access/tokens.ts',
    'app/src/service/pipeline/audit.ts', 'types of app/src/service/http',
    'types of app/src/service/bounce', 'app/src/service/safe-text.ts', 'nodemailer',
  ],
  'app/src/service/access': [
    'node:', 'types of app/src/service/store', 'app/src/service/log.ts', 'app/src/service/turns.ts',
    'app/src/service/pipeline/audit.ts', 'types of app/src/service/http',
    'otpauth', 'uqr', '@simplewebauthn/server', 'openid-client',
  ],
  'app/src/service/reports': [
    '@carom/core', 'node:', 'types of app/src/service/store', 'app/src/service/store/raws.ts',
    'app/src/service/prevent/severity.ts', 'app/src/service/prevent/dns/aligned.ts',
    'app/src/service/bounce/authenticate.ts', 'app/src/service/pipeline/audit.ts',
  ],
  'app/src/service/pipeline': [
    '@carom/core', 'node:', 'types of app/src/service/store', 'app/src/service/store/raws.ts',
    'app/src/service/reports', 'types of app/src/service/check', 'types of app/src/service/deliver',
    'types of app/src/service/http', 'app/src/service/log.ts',
  ],
  'app/src/service/intake': [
    '@carom/core', 'node:', 'types of app/src/service/store', 'app/src/service/log.ts',
    'types of app/src/service/config', 'app/src/mbox', 'app/src/service/reports', 'smtp-server',
    'imapflow', 'nodemailer', 'ipaddr.js',
  ],
  'app/src/service/mailboxes': [
    '@carom/core', 'node:', 'types of app/src/service/store', 'app/src/service/pipeline/audit.ts',
    'app/src/service/safe-text.ts', 'app/src/service/intake/imap',
    'app/src/service/intake/mailbox', 'app/src/service/intake/maildir', 'imapflow',
  ],
  'app/src/service/bounce': [
    '@carom/core', 'node:', 'types of app/src/service/store',
    'app/src/service/store/settings.ts', 'app/src/service/pipeline/audit.ts',
    'app/src/service/intake/mailbox/server.ts', 'app/src/service/mailboxes/types.ts',
    'types of app/src/service/deliver',
    'app/src/service/log.ts', 'app/src/service/safe-text.ts', 'mailauth', 'nodemailer', 'ipaddr.js',
  ],
  'app/src/service/http': [
    '@carom/core', 'node:', 'app/src/csv', 'types of app/src/service', 'app/src/service/log.ts',
    'hono', '@hono/node-server', '@hono/zod-openapi', 'zod', 'prom-client', 'app/package.json',
  ],
  // Beside its own: the defaults that components keep beside their options.
  'app/src/service/config': [
    '@carom/core', 'node:', 'zod', 'yaml', 'app/src/service/log.ts',
    'types of app/src/service/access',
    'app/src/service/bounce/options.ts', 'app/src/service/bounce/wording.ts',
    'app/src/service/deliver', 'app/src/service/intake', 'app/src/service/mailboxes/options.ts',
    'app/src/service/optin/options.ts', 'app/src/service/pipeline',
    'app/src/service/prevent/options.ts', 'app/src/service/store',
  ],
  'app/src/service': ['@carom/core', 'node:', 'app/src/service', 'app/package.json'],
  'client/src': ['openapi-fetch'],
  'web/src/api': ['@carom/client', '@tanstack/react-query', 'openapi-fetch', 'react'],
  'web/src/parts': [
    '@carom/client', '@carom/core', 'web/src/api', 'web/src/app/theme.ts', '@mantine', '@tabler/icons-react',
    '@tanstack/react-table', '@tanstack/react-virtual', 'react',
  ],
  // What stands around the pages; pages know of each other by their addresses only.
  'web/src/app': [
    '@carom/client', 'web/src/api', 'web/src/pages', 'web/src/parts', '@mantine', '@tabler/icons-react', '@tanstack',
    'react',
  ],
  'web/src/pages': [
    '@carom/client', '@carom/core', 'web/src/api', 'web/src/app', 'web/src/parts', '@mantine',
    '@simplewebauthn/browser', '@tabler/icons-react', '@tanstack', 'react', 'yaml',
  ],
  'web/src': ['web/src', '@mantine', '@tanstack', 'react', 'react-dom'],
}

/** Every import of a file, with relative targets written as paths from the root. */
export function importsOf(file: SourceFile): Edge[] {
  const edges: Edge[] = []
  const add = (source: { value: string; start: number } | null, onlyTypes: boolean): void => {
    if (source === null) return
    const to = source.value.startsWith('.')
      ? posix.join(posix.dirname(file.path), source.value)
      : source.value
    edges.push({ from: file.path, to, line: file.lineAt(source.start), onlyTypes })
  }
  visit(file, {
    ImportDeclaration: (node) => add(node.source, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => add(node.source, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === 'type'),
    ImportExpression: ({ source }) => {
      if (source.type === 'Literal' && typeof source.value === 'string') {
        add({ value: source.value, start: source.start }, false)
      }
    },
  })
  return edges
}

/** Imports that go up, sideways, or out of what a room may know. */
export function findForbidden(edges: readonly Edge[]): Finding[] {
  const findings: Finding[] = []
  for (const edge of edges) {
    const from = withoutRoot(edge.from)
    const to = withoutRoot(edge.to)
    const room = roomOf(from)
    if (room === undefined) {
      findings.push({
        path: edge.from, line: edge.line, what: 'this folder is not in the table of rooms',
      })
    } else if (
      !isInside(to, room) &&
      !FLOORS[room]?.some((may) => admits(may, to, edge.onlyTypes))
    ) {
      const kind = edge.onlyTypes ? 'a type of ' : ''
      findings.push({
        path: edge.from, line: edge.line, what: `${room} may not import ${kind}${to}`,
      })
    }
  }
  return findings
}

/** Every cycle once, named by the files it goes through. */
export function findCycles(edges: readonly Edge[]): Finding[] {
  const targets = new Map<string, Edge[]>()
  for (const edge of edges) targets.set(edge.from, [...(targets.get(edge.from) ?? []), edge])
  const findings: Finding[] = []
  const done = new Set<string>()
  const path: string[] = []
  const walk = (file: string): void => {
    path.push(file)
    for (const edge of targets.get(file) ?? []) {
      const start = path.indexOf(edge.to)
      if (start >= 0) {
        const cycle = [...path.slice(start), edge.to].join(' → ')
        findings.push({ path: edge.from, line: edge.line, what: `cycle: ${cycle}` })
      } else if (!done.has(edge.to)) walk(edge.to)
    }
    path.pop()
    done.add(file)
  }
  for (const file of targets.keys()) if (!done.has(file)) walk(file)
  return findings
}

function admits(may: string, to: string, onlyTypes: boolean): boolean {
  if (may.startsWith('types of ')) return onlyTypes && isInside(to, may.slice('types of '.length))
  return isInside(to, may)
}

function roomOf(file: string): string | undefined {
  return Object.keys(FLOORS).filter((room) => isInside(file, room))
    .sort((a, b) => b.length - a.length)[0]
}

function isInside(path: string, room: string): boolean {
  return path === room || path.startsWith(room.endsWith(':') ? room : room + '/')
}

function withoutRoot(path: string): string {
  return path.startsWith('packages/') ? path.slice('packages/'.length) : path
}

if (import.meta.main) {
  const files = ['*.ts', '**/*.ts', '*.tsx', '**/*.tsx']
    .flatMap((names) => listFiles(`packages/*/src/${names}`))
  const edges = files.flatMap((path) => importsOf(readSourceFile(path)))
  reportFindings([...findForbidden(edges), ...findCycles(edges)], `${edges.length} imports`)
}
