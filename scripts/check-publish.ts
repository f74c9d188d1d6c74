// The published shape of the core: builds it, packs it, lints the package, asks whether its types
// resolve, then compiles and runs a program that has it installed.

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packCore } from './pack-core.ts'
import { ROOT } from './source-files.ts'

const PROGRAM = `
import { createEngine, type Verdict } from '@carom/core'
const verdict: Verdict = createEngine().classify({ text: '550 5.1.1 user unknown' })
if (verdict.reason !== 'mailbox-unknown') throw new Error(verdict.reason)
`
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

const folder = mkdtempSync(join(tmpdir(), 'carom-publish-'))
try {
  const dist = packCore()
  run('npm', ['pack', '--pack-destination', folder], dist)
  const tarball = execFileSync('ls', [folder], { encoding: 'utf8' }).trim()
  run(bin('publint'), ['run', join(folder, tarball), '--strict'], ROOT)
  run(bin('attw'), [join(folder, tarball), '--profile', 'esm-only'], ROOT)
  const installed = join(folder, 'node_modules/@carom/core')
  mkdirSync(installed, { recursive: true })
  run('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1'], folder)
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'program.ts'), PROGRAM)
  run(bin('tsc'), [...STRICT, 'program.ts'], folder)
  run(process.execPath, ['program.js'], folder)
  console.log(`${tarball} is complete, its types resolve, and a program that installs it runs`)
} catch (error) {
  console.error(String(error))
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
