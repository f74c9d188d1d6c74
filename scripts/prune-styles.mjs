// Takes out of the built style sheet what the component library brings for components that no page
// uses: a third of what a first visit would load of it.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/** Names of the library's classes; they stand in the scripts as they stand in its style sheet. */
const CLASS = /\bm_[\da-f]+\b/g

/** In the folder of a build; what is pruned gets a new name, since names hold a hash of it. */
export function pruneStyles(folder) {
  const assets = new URL('assets/', folder)
  const names = readdirSync(assets)
  const scripts = names.filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(new URL(name, assets), 'utf8'))
  const used = new Set(scripts.flatMap((script) => script.match(CLASS) ?? []))
  const index = new URL('index.html', folder)
  let page = readFileSync(index, 'utf8')
  for (const name of names.filter((one) => one.endsWith('.css') && page.includes(`/${one}"`))) {
    // Scripts would ask for it by its old name.
    if (scripts.some((script) => script.includes(name))) continue
    const css = pruneCss(readFileSync(new URL(name, assets), 'utf8'), used)
    const hash = createHash('sha256').update(css).digest('base64url').slice(0, 8)
    const pruned = name.replace(/-[\w-]{8}\.css$/, `-${hash}.css`)
    rmSync(new URL(name, assets))
    writeFileSync(new URL(pruned, assets), css)
    page = page.replaceAll(`/${name}"`, `/${pruned}"`)
  }
  writeFileSync(index, page)
}

/** Rules are kept unless every class of the library in them is unknown to the scripts. */
export function pruneCss(css, used) {
  let pruned = css.replaceAll(/([^{};]+)\{[^{}]*\}/g, (rule, selector) => {
    const classes = selector.match(CLASS)
    return classes === null || classes.some((name) => used.has(name)) ? rule : ''
  })
  for (let before = ''; before !== pruned;) {
    before = pruned
    pruned = pruned.replaceAll(/@(?:media|supports|container|layer)[^{};]*\{\}/g, '')
  }
  return pruned
}
