// Bundles the command line into packages/app/dist: one small file per command, loaded when it is
// called, and the pages beside it. It runs on any Node from 20 on, and so do its results; what the
// service needs besides is installed with it.

import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildWeb, moveInto, WEB_DIST } from './build-web.mjs'
import { noteBundleInputs } from './bundle-check.mjs'
import { loadedRules } from './loaded-rules.mjs'

const ROOT = new URL('../', import.meta.url)
/** What makes the bundle, beside what is in it. */
const BUILDERS = ['scripts/build.mjs', 'scripts/loaded-rules.mjs']

const DIST = new URL('packages/app/dist/', ROOT)

/** Builds and says so; false where the bundler is not installed (npm install --omit=dev). */
export async function build() {
  const bundler = await import('esbuild').catch(() => undefined)
  if (bundler === undefined) return false
  // Built aside and moved: who runs carom meanwhile finds a whole bundle or none.
  const aside = new URL(`packages/app/dist-${process.pid}/`, ROOT)
  mkdirSync(aside, { recursive: true })
  const { metafile } = await bundler.build({
    absWorkingDir: fileURLToPath(ROOT),
    entryPoints: {
      carom: 'packages/app/src/cli/main.ts',
      'judge-worker': 'packages/app/src/cli/judge-worker.ts',
      'line-worker': 'packages/app/src/cli/classify/line-worker.ts',
      'service-judge-worker': 'packages/app/src/service/pipeline/judge-worker.ts',
    },
    outdir: fileURLToPath(aside),
    bundle: true, splitting: true, minify: true, metafile: true,
    format: 'esm', platform: 'node', target: 'node20', external: readDependencies(),
    chunkNames: '[name]-[hash]', logLevel: 'warning',
    plugins: [await loadedRules(bundler, aside)],
  })
  await noteBundleInputs(aside, [...Object.keys(metafile.inputs), ...BUILDERS].sort())
  if (await buildWeb()) cpSync(WEB_DIST, new URL('web/', aside), { recursive: true })
  moveInto(aside, DIST)
  return true
}

// Packages that stay packages: they are installed beside the bundle.
function readDependencies() {
  const manifest = new URL('packages/app/package.json', ROOT)
  return Object.keys(JSON.parse(readFileSync(manifest, 'utf8')).dependencies ?? {})
}

if (pathToFileURL(process.argv[1]).href === import.meta.url) {
  console.log(await build()
    ? 'Built packages/app/dist.'
    : 'No bundle: esbuild is not installed. carom runs from its sources.')
}
