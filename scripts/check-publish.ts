// The published shape of the core and of the client: builds each, packs it, lints the package, asks
// whether its types resolve, then compiles and runs a program that has it installed.

import { execFileSync } from 'node:child_process'
import {
  globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packPackage } from './pack-package.ts'
import { ROOT } from './source-files.ts'

const PROGRAMS = {
  core: `
import { createEngine, type Verdict } from '@carom/core'
const verdict: Verdict = createEngine().classify({ text: '550 5.1.1 user unknown' })
if (verdict.reason !== 'mailbox-unknown') throw new Error(verdict.reason)
`,
  client: `
import { ApiProblem, createCaromClient, type CaromClient } from '@carom/client'
const carom: CaromClient = createCaromClient({ url: 'http://127.0.0.1:9', key: 'none' })
const status: number = await carom.check('ann@example.com').then(
  () => 200, (error: unknown) => error instanceof ApiProblem ? error.status : -1)
if (status !== 0) throw new Error(String(status))
`,
}
/** Installed beside it, with all that they need. */
const NEEDED = ['openapi-fetch', 'openapi-typescript-helpers']
const STRICT = [
  '--strict', '--skipLibCheck', 'false', '--module', 'nodenext', '--target', 'es2022', '--types', '',
]

const bin = (name: string): string => join(ROOT, 'node_modules/.bin', name)

function run(command: string, args: readonly string[], cwd: string): void {
  try {
    execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    console.error(`${command} ${args.join(' ')}\n${stdout}${stderr}`)
    throw error
  }
}

function checkPackage(name: keyof typeof PROGRAMS, folder: string): void {
  run('npm', ['pack', '--pack-destination', folder], packPackage(name))
  const [tarball = ''] = globSync('*.tgz', { cwd: folder })
  run(bin('publint'), ['run', join(folder, tarball), '--strict'], ROOT)
  run(bin('attw'), [join(folder, tarball), '--profile', 'esm-only'], ROOT)
  const installed = join(folder, 'node_modules/@carom', name)
  mkdirSync(installed, { recursive: true })
  run('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1'], folder)
  for (const needed of NEEDED) {
    symlinkSync(join(ROOT, 'node_modules', needed), join(folder, 'node_modules', needed))
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'program.ts'), PROGRAMS[name])
  run(bin('tsc'), [...STRICT, 'program.ts'], folder)
  run(process.execPath, ['program.js'], folder)
  console.log(`${tarball} is complete, its types resolve, and a program that installs it runs`)
}

for (const name of ['core', 'client'] as const) {
  const folder = mkdtempSync(join(tmpdir(), 'carom-publish-'))
  try {
    checkPackage(name, folder)
  } catch (error) {
    console.error(String(error))
    process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
