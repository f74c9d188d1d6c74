// The script for forms of other web pages: its size, what it asks and what it leaves alone, in a
// real browser, on a page that would refuse any request.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { chromium } from 'playwright-core'
import { ROOT } from '../../../scripts/source-files.ts'

const BYTES_MAX = 3_000

const browserPath = [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium'].find(existsSync)
const folder = mkdtempSync(join(tmpdir(), 'carom-widget-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const built = spawnSync(process.execPath, [
  'node_modules/vite/bin/vite.js', 'build', 'packages/web', '--config',
  'packages/web/vite-widget.config.ts', '--outDir', folder, '--logLevel', 'error',
], { cwd: ROOT })
assert.equal(built.status, 0, built.stderr.toString())
const script = readFileSync(join(folder, 'widget/typo.js'), 'utf8')

test('it is small, alone, and knows no way to send', () => {
  assert.ok(Buffer.byteLength(script) <= BYTES_MAX, `${Buffer.byteLength(script)} bytes`)
  assert.doesNotMatch(script, /fetch|XMLHttp|sendBeacon|innerHTML|import\(|eval|localStorage|cookie/)
})

const CASES: readonly (readonly [typed: string, meant: string | undefined])[] = [
  ['ann@gmial.com', 'ann@gmail.com'], ['Ann@GMAI.com', 'Ann@gmail.com'],
  ['ann@gmail.con', 'ann@gmail.com'], ['ann@hotmial.con', 'ann@hotmail.com'],
  ['ann@gmaill.com', 'ann@gmail.com'], ['ann@yaho.com', 'ann@yahoo.com'],
  ['ann@shop.example.con', 'ann@shop.example.com'], ['ann@gmail.com', undefined],
  ['ann@yahoo.ca', undefined], ['ann@mail.com', undefined], ['ann@example.org', undefined],
  ['ann@gmx.es', undefined], ['ann', undefined], ['@gmial.com', undefined],
]

const skip = browserPath === undefined && process.env['CI'] === undefined ? 'no browser' : false

test('it asks what was meant, and changes nothing by itself', { skip }, async (t) => {
  const browser = await chromium.launch({
    ...browserPath === undefined ? {} : { executablePath: browserPath },
    args: ['--no-sandbox', '--disable-gpu'],
  })
  t.after(() => browser.close())
  const page = await browser.newPage()
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.setContent('<html lang="de"><form><label>Mail <input type="email"></label>' +
    '<button>Send</button></form></html>')
  await page.addScriptTag({ content: script })
  const field = page.getByLabel('Mail')
  const question = page.getByRole('button', { name: /^Meinten Sie/ })
  for (const [typed, meant] of CASES) {
    await field.fill(typed)
    await field.press('Tab')
    assert.equal(await field.inputValue(), typed, 'left as it was')
    assert.equal(await question.count(), meant === undefined ? 0 : 1, typed)
    if (meant === undefined) continue
    assert.equal(await question.textContent(), `Meinten Sie ${meant}?`)
    await question.press('Enter')
    assert.equal(await field.inputValue(), meant)
    assert.equal(await question.count(), 0, 'the question goes once it is answered')
  }
  await field.evaluate((element) => { (element as unknown as { value: string }).value =
    '<img src=x onerror=alert(1)>@gmial.com' })
  await field.dispatchEvent('change')
  assert.equal(await page.locator('img').count(), 0, 'what was typed is text')
  assert.deepEqual(requests.filter((url) => !url.startsWith('about:')), [])
})
