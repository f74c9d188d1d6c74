// Builds the pages into packages/web/dist, with a compressed copy of every file beside it, unless
// they are there and of the same sources.

import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { isBundleCurrent, noteBundleInputs } from './bundle-check.mjs'
import { findModernNode } from './modern-node.mjs'
import { pruneStyles } from './prune-styles.mjs'

const ROOT = new URL('../', import.meta.url)
export const WEB_DIST = new URL('packages/web/dist/', ROOT)
const SOURCES = ['packages/web/src/', 'packages/web/public/', 'packages/core/src/']
/** All pages; the lookup alone in one file and the script for others' forms add themselves. */
const CONFIGS = ['vite.config.ts', 'vite-lookup.config.ts', 'vite-widget.config.ts']
const SINGLE = [
  'packages/web/index.html', 'packages/web/lookup.html', 'package-lock.json',
  'scripts/build-web.mjs', 'scripts/prune-styles.mjs', ...CONFIGS.map((name) => `packages/web/${name}`),
]
/** Smaller files gain nothing. */
const COMPRESS_BYTES_MIN = 1_000
/** The last percents of larger files take seconds. */
const SLOW_BYTES_MIN = 1_000_000

/** False where the bundler is not installed (npm install --omit=dev). */
export async function buildWeb() {
  if (await isBundleCurrent(WEB_DIST)) return true
  const vite = new URL('node_modules/vite/bin/vite.js', ROOT)
  if (!existsSync(vite)) return false
  // Built aside and moved: who serves or builds the pages meanwhile finds them whole.
  const name = `dist-${process.pid}`
  const aside = new URL(`packages/web/${name}/`, ROOT)
  for (const config of CONFIGS) {
    const { status } = spawnSync(
      findModernNode(),
      [fileURLToPath(vite), 'build', 'packages/web', '--config', `packages/web/${config}`,
        '--outDir', name, '--logLevel', 'error'],
      {
        cwd: fileURLToPath(ROOT), stdio: 'inherit',
        env: { ...process.env, NODE_ENV: 'production' },
      })
    if (status !== 0) throw new Error('the pages could not be built: Vite says above why')
  }
  pruneStyles(aside)
  for (const file of listFiles(aside)) compress(new URL(file, aside))
  const inputs = SOURCES.flatMap((folder) =>
    listFiles(new URL(folder, ROOT)).map((file) => folder + file))
  await noteBundleInputs(aside, [...SINGLE, ...inputs].sort())
  moveInto(aside, WEB_DIST)
  return true
}

/** Puts what was built in place of what was there before, with nothing in between. */
export function moveInto(aside, place) {
  const before = new URL(`${aside.href.replace(/\/$/, '')}-before/`)
  if (existsSync(place)) renameSync(place, before)
  try {
    renameSync(aside, place)
  } catch (error) {
    // Another build has finished at the same moment: it is as good as this one.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    rmSync(aside, { recursive: true, force: true })
  }
  rmSync(before, { recursive: true, force: true })
}

function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      `${parentPath}/${name}`.slice(fileURLToPath(folder).length).replaceAll('\\', '/')
        .replace(/^\//, ''))
}

function compress(file) {
  const bytes = readFileSync(file)
  const isText = /\.(?:js|css|html|svg|json)$/.test(file.pathname)
  if (!isText || bytes.length < COMPRESS_BYTES_MIN) return
  const path = fileURLToPath(file)
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      [constants.BROTLI_PARAM_QUALITY]: bytes.length > SLOW_BYTES_MIN ? 9 : 11,
    },
  }))
}

if (pathToFileURL(process.argv[1] ?? '').href === import.meta.url) {
  console.log(await buildWeb() ? 'The pages are built.' : 'No pages: Vite is not installed.')
}
