// The rules as the engine holds them in memory, in files beside the bundle of the command line:
// reading them takes a millisecond, where unpacking takes half of the time to the first answer.

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const CORE = './packages/core/src/'
const READER = new URL('read-arrays.mjs', import.meta.url)
/** Arrays begin at multiples of the longest number. */
const ALIGNMENT = 8
/** Module that unpacks → the function that does, the module of what it unpacks, and its name. */
const LOADERS = {
  'classify/knowledge.ts': ['compileKnowledge', 'knowledge.ts', 'KNOWLEDGE'],
  'classify/load-model.ts': ['loadModel', 'rules/model.ts', 'MODEL'],
}
/** What is only unpacked from: nothing is left of it in the bundle. */
const UNPACKED = {
  'rules/automaton.ts': 'AUTOMATON', 'rules/patterns.ts': 'PATTERNS', 'rules/model.ts': 'MODEL',
}

/** A plugin of esbuild: writes files into `folder`, and makes the bundle read them. */
export async function loadedRules(bundler, folder) {
  const contents = new Map(Object.entries(UNPACKED).map(([source, name]) =>
    [source, `export const ${name} = undefined`]))
  for (const [loader, [load, source, name]] of Object.entries(LOADERS)) {
    const module = await importBundled(bundler, `
      export { ${load} } from '${CORE}${loader}'
      export { ${name} } from '${CORE}${source}'`)
    const file = `${name.toLowerCase()}.bin`
    const pieces = []
    const shape = JSON.stringify(shapeOf(module[load](module[name]), pieces))
    writeFileSync(new URL(file, folder), Buffer.concat([...pieces, Buffer.from(shape)]))
    const from = pieces.reduce((sum, { length }) => sum + length, 0)
    contents.set(loader, `
      import { readArrays } from ${JSON.stringify(fileURLToPath(READER))}
      export const ${load} = () => readArrays(new URL('./${file}', import.meta.url), ${from})`)
  }
  return {
    name: 'loaded-rules',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]core[\\/]src[\\/]\w+[\\/][a-z-]+\.ts$/ }, ({ path }) => {
        const text = contents.get(path.replaceAll('\\', '/').split('/').slice(-2).join('/'))
        return text === undefined ? undefined : { contents: text, loader: 'js', resolveDir: ROOT }
      })
    },
  }
}

/** Runs on any Node: what the sources are written in need not be known to it. */
async function importBundled(bundler, text) {
  const { outputFiles } = await bundler.build({
    absWorkingDir: ROOT, stdin: { contents: text, resolveDir: ROOT },
    bundle: true, write: false, format: 'esm', platform: 'neutral', logLevel: 'warning',
  })
  const code = Buffer.from(outputFiles[0].contents).toString('base64')
  return await import(`data:text/javascript;base64,${code}`)
}

/**
 * The shape of what was loaded, as JSON can write it (mirror of `read-arrays.mjs`): numbers are
 * placed in `pieces`, what is undefined before the first value of a list is counted.
 */
function shapeOf(value, pieces) {
  if (ArrayBuffer.isView(value)) return place(pieces, value)
  if (value instanceof Map) return { map: [...value] }
  if (Array.isArray(value)) {
    const holes = value.findIndex((one) => one !== undefined)
    return holes > 0 ? { holes, values: value.slice(holes) } : { values: value }
  }
  if (typeof value !== 'object') return { value }
  return { fields: Object.entries(value).map(([name, one]) => [name, shapeOf(one, pieces)]) }
}

/** Puts the numbers behind those placed before; says where, and what kind of array they are. */
function place(pieces, array) {
  const from = pieces.reduce((sum, { length }) => sum + length, 0)
  const bytes = Buffer.from(array.buffer, array.byteOffset, array.byteLength)
  pieces.push(bytes, Buffer.alloc(-bytes.length & (ALIGNMENT - 1)))
  return { kind: array.constructor.name, from, length: array.length }
}
