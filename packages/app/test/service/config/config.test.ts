// The configuration: file, environment and defaults, and what is shown of it.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { fc } from '../../../../../tests/fuzz/seeded.ts'
import { CONFIG_DEFAULTS } from '../../../src/service/config/defaults.ts'
import { environmentSettings } from '../../../src/service/config/environment.ts'
import { readConfig, type ConfigResult } from '../../../src/service/config/read.ts'
import { listSettings } from '../../../src/service/config/shape.ts'
import { formatConfig } from '../../../src/service/config/show.ts'

const nearest = (): undefined => undefined

function read(text: string, env: Record<string, string> = {}): Extract<ConfigResult, { kind: 'read' }>['config'] {
  const result = readConfig({ text, env, nearest })
  assert.equal(result.kind, 'read', JSON.stringify(result))
  return (result as Extract<ConfigResult, { kind: 'read' }>).config
}

const FULL = `
store: postgres://carom:\${DB_PASSWORD}@db.example.com/carom
http: { port: 443, tls: { certFile: /etc/carom/cert.pem, keyFile: /etc/carom/key.pem } }
smtp: { enabled: true, domains: [bounces.example.com, bücher.example] }
sources:
  - { type: imap, name: office, host: mail.example.com, user: bounces, password: "\${IMAP_PASSWORD}" }
  - { type: pop3, name: old, host: pop.example.com, user: bounces, password: secret-canary }
  - { type: maildir, name: local, folders: [/var/mail/bounces] }
  - { type: log, name: postfix, mta: postfix, paths: [/var/log/mail.log] }
  - { type: syslog, name: remote, mta: exim, port: 5140 }
  - { type: journald, name: journal, mta: postfix, filter: [-u, postfix@-.service] }
  - { type: webhook, name: ses, vendor: ses, topics: ["arn:aws:sns:eu-west-1:111122223333:bounces"] }
  - { type: webhook, name: postmark, vendor: postmark, secret: whsec_canary, secrets: [canary2] }
policy: mailchimp
maps: { socketmap: { enabled: true } }
`

test('without a file, all defaults hold', () => {
  assert.deepEqual(read(''), CONFIG_DEFAULTS)
  assert.deepEqual(read('{}'), CONFIG_DEFAULTS)
  assert.deepEqual(read('http:\nlog:\n'), CONFIG_DEFAULTS)
})

test('YAML and JSON say the same; references are followed', () => {
  const env = { DB_PASSWORD: 'x', IMAP_PASSWORD: 'geheim' }
  const config = read(FULL, env)
  assert.deepEqual(read(JSON.stringify(parse(FULL)), env), config)
  assert.equal(config.sources.length, 8)
  assert.deepEqual(config.smtp.domains[0], { name: 'bounces.example.com', kind: 'bounces' })
  assert.equal((config.sources[0] as { password?: string }).password, 'geheim')
  assert.equal(config.sources[2]?.enabled, true)
})

test('the environment wins, by a rule for every setting', () => {
  const config = read('http: { port: 1 }', {
    CAROM_HTTP_PORT: '8026', CAROM_STORE: 'postgres://127.0.0.1/test', CAROM_LOG_ADDRESSES: 'yes',
    CAROM_SMTP_DOMAINS: 'a.example, b.example', CAROM_GUARDS_MIN_TRUST: '1',
    CAROM_SOURCES: '[{"type":"maildir","name":"m","folders":["/m"]}]', CAROM_HTTP_TLS_CERT_FILE: '/c',
    CAROM_HTTP_TLS_KEY_FILE: '/k', OTHER: 'x',
  })
  assert.equal(config.http.port, 8026)
  assert.equal(config.store.url, 'postgres://127.0.0.1/test')
  assert.equal(config.log.addresses, true)
  assert.deepEqual(config.smtp.domains.map(({ name }) => name), ['a.example', 'b.example'])
  assert.equal(config.guards.minTrust, 1)
  assert.equal(config.sources[0]?.name, 'm')
  assert.deepEqual(config.http.tls, { certFile: '/c', keyFile: '/k' })
  assert.equal(environmentSettings().size, listSettings().length + 1)
})

test('every setting says what it is and what is allowed', () => {
  for (const { path, node } of listSettings()) {
    assert.match(node.description ?? '', /\.$/, path.join('.'))
    assert.ok(node.allowed, path.join('.'))
  }
})

test('what is shown can be read again, and shows no secret', () => {
  const env = { DB_PASSWORD: 'geheim1', IMAP_PASSWORD: 'geheim2' }
  const url = 'store: postgres://carom:geheim1@db.example.com/carom'
  const shown = formatConfig(read(FULL.replace(/store: .*/, url), env))
  assert.doesNotMatch(shown, /geheim|canary/)
  assert.equal(shown.match(/\[hidden\]/g)?.length, 5)
  assert.equal(read(shown).sources.length, 8)
})

test('a reference to a file takes its text without the last line end', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'carom-config-'))
  t.after(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'key'), 'whsec_abc\n')
  const config = read('sources:\n  - { type: webhook, name: a, vendor: postmark, ' +
    `secret: "\${file:${folder}/key}" }`)
  assert.equal((config.sources[0] as { secret?: string }).secret, 'whsec_abc')
})

test('no text makes the reader throw', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }), fc.json(),
    fc.array(fc.constantFrom('http', 'sources', ':', '\n', ' ', '- ', '{', '}', '[', '&a', '*a', '"', '!!', '${A}', '|', '#', 'type', 'imap', '<<'))
      .map((words) => words.join('')))
  fc.assert(fc.property(text, (yaml) => {
    assert.match(readConfig({ text: yaml, env: { CAROM_HTTP: yaml }, nearest }).kind, /^(?:read|wrong)$/)
  }), { numRuns: 500 })
})
