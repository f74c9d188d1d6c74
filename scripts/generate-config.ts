// Writes docs/config.md, the reference of carom.yaml, from the schema itself.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { environmentName, SHAPE, type ShapeNode } from '../packages/app/src/service/config/shape.ts'
import { ROOT } from './source-files.ts'

const HEAD = `<!-- Written by \`npm run generate\` from packages/app/src/service/config/schema.ts. -->

# Configuration

\`carom serve\` reads one file, YAML or JSON: the one that \`--config\` or the variable \`CAROM_CONFIG\`
names, else \`carom.yaml\` in the working folder. Without a file, all defaults below hold.

Every setting outside of lists can also be set by an environment variable, which wins over the file:
\`http.port\` is \`CAROM_HTTP_PORT\`. Lists of words take commas, lists of sections JSON.
A value \`\${NAME}\` is taken from the environment, \`\${file:PATH}\` from a file, so that no secret has
to stand in the file. Names carry their units.

\`carom config check\` tells everything that is wrong with a configuration, \`carom config show\` what is
in force.

\`\`\`yaml
store: ./carom.db
smtp: { enabled: true, port: 25, host: 0.0.0.0, domains: [bounces.example.com] }
sources:
  - { type: imap, name: office, host: mail.example.com, user: bounces, password: "\${IMAP_PASSWORD}" }
  - { type: webhook, name: postmark, vendor: postmark, user: hook, password: "\${HOOK_PASSWORD}" }
\`\`\`
`

/** The whole page. */
export function formatConfigPage(): string {
  const sections = Object.entries(SHAPE.properties ?? {})
  const plain = sections.filter(([, node]) => node.properties === undefined && !isList(node))
  return [
    HEAD, '## Without a section\n', formatTable(plain, [], true),
    ...sections.filter(([, node]) => node.properties !== undefined || isList(node))
      .map(([name, node]) => formatSection(name, node)),
  ].join('\n')
}

function formatSection(name: string, node: ShapeNode): string {
  const lines = [`## ${name}\n`, `${node.description ?? ''}\n`]
  for (const variant of node.items?.oneOf ?? []) {
    const type = String(variant.properties?.['type']?.const)
    const rows = Object.entries(variant.properties ?? {}).filter(([key]) => key !== 'type')
    lines.push(`### type: ${type}\n`, `${variant.description ?? ''}\n`,
      formatTable(rows, variant.required ?? [], false))
  }
  if (node.properties !== undefined) {
    const own = Object.entries(node.properties)
    lines.push(formatTable(own.flatMap(([key, child]) => child.properties === undefined
      ? [[`${name}.${key}`, child] as const]
      : Object.entries(child.properties).map(([inner, leaf]) =>
        [`${name}.${key}.${inner}`, leaf] as const)), [], true))
    lines.push(...own.flatMap(([key, child]) => formatEntries(`${name}.${key}`, child)))
  }
  return lines.join('\n')
}

/** What each entry of a list of settings has, and each entry of the lists in them. */
function formatEntries(path: string, { items }: ShapeNode): string[] {
  const { properties, required = [] } = items ?? {}
  if (properties === undefined) return []
  const own = Object.entries(properties)
  return [
    `Each of \`${path}\`:\n`, formatTable(own, required, false),
    ...own.flatMap(([key, child]) => formatEntries(`${path}.${key}`, child)),
  ]
}

function formatTable(
  rows: readonly (readonly [string, ShapeNode])[], required: readonly string[],
  hasVariables: boolean,
): string {
  const head = ['setting', 'default', 'what', 'allowed', ...hasVariables ? ['variable'] : []]
  const body = rows.map(([path, node]) => [
    `\`${path}\``, required.includes(path) ? '(needed)' : formatDefault(node),
    node.description ?? '', node.allowed ?? '',
    ...hasVariables ? [`\`${environmentName(path.split('.'))}\``] : [],
  ])
  return [head, head.map(() => '---'), ...body]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`)
    .join('')
}

function formatDefault(node: ShapeNode): string {
  return node.default === undefined ? '' : `\`${JSON.stringify(node.default)}\``
}

function isList(node: ShapeNode): boolean {
  return node.items?.oneOf !== undefined
}

if (import.meta.main) writeFileSync(join(ROOT, 'docs/config.md'), formatConfigPage())
