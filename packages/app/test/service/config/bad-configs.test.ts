// Every folder in bad/ holds a configuration with mistakes and, in .expected-error, what is said.

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { runCarom } from '../../memory-io.ts'

const BAD = fileURLToPath(new URL('./bad/', import.meta.url))

for (const name of readdirSync(BAD)) {
  test(`bad configuration: ${name}`, async () => {
    const folder = `${BAD}${name}`
    const { code, stdout, stderr } =
      await runCarom(['config', 'check', `${folder}/carom.yaml`], undefined, { env: readEnv(folder) })
    const said = stderr.replaceAll(folder, '')
    if (process.env['UPDATE'] === '1') writeFileSync(`${folder}/.expected-error`, said)
    assert.deepEqual([code, stdout], [1, ''])
    assert.equal(said, readFileSync(`${folder}/.expected-error`, 'utf8'))
    assert.ok(!stderr.includes('geheim-canary'))
  })
}

test('the file may be named as other commands take it', async () => {
  const file = `${BAD}not-yaml/carom.yaml`
  const named = await runCarom(['config', 'check', file])
  assert.deepEqual(await runCarom(['config', 'check', '--config', file]), named)
  assert.equal(named.code, 1)
})

function readEnv(folder: string): Record<string, string> {
  const file = `${folder}/env`
  if (!existsSync(file)) return {}
  return Object.fromEntries(readFileSync(file, 'utf8').trim().split('\n')
    .map((line) => line.split(/=(.*)/s) as [string, string]))
}
