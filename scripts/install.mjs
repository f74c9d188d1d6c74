// Makes a fresh clone ready: installs the dependencies where they are missing or not those of the
// lock file, and builds the command line and its pages. Runs on any Node from 20 on.

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { WEB_DIST } from './build-web.mjs'
import { isBundleCurrent } from './bundle-check.mjs'

const ROOT = new URL('../', import.meta.url)

/** Installs and builds what is missing, says so, and ends the process where that fails. */
export async function makeReady() {
  if (!areDependenciesInstalled()) installDependencies()
  const made = [new URL('packages/app/dist/', ROOT), WEB_DIST]
  const current = await Promise.all(made.map(isBundleCurrent))
  if (!current.every(Boolean)) await build()
}

// npm writes down what it has installed in the form of the lock file. Times would not do: a
// checkout makes every file new.
function areDependenciesInstalled() {
  const installedFile = new URL('node_modules/.package-lock.json', ROOT)
  if (!existsSync(installedFile)) return false
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages
  const locked = JSON.parse(readFileSync(new URL('package-lock.json', ROOT), 'utf8')).packages
  return Object.entries(locked).every(([path, { version, optional, link }]) =>
    !path.startsWith('node_modules/') || optional || link || installed[path]?.version === version)
}

function installDependencies() {
  console.log('Installing the dependencies (npm ci). This happens once and takes a moment.')
  const command = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const options = { cwd: fileURLToPath(ROOT), stdio: ['ignore', 'inherit', 'inherit'] }
  // Inside `npm start`, npm says where it is, and which Node runs it: not the one that is replaced
  // now.
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  const { status } = npm === undefined
    ? spawnSync('npm', command, { ...options, shell: process.platform === 'win32' })
    : spawnSync(node ?? process.execPath, [npm, ...command], options)
  if (status === 0) return
  console.error('The dependencies could not be installed: npm says above why.')
  process.exit(1)
}
