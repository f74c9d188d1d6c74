// The files of the web UI, as they were built: their types, compressed copies, and what else has to
// be known of them to send them.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Encoding = 'br' | 'gzip'

export type PageFile = {
  readonly type: string
  readonly plain: Uint8Array
  /** Best first. */
  readonly packed: ReadonlyMap<Encoding, Uint8Array>
  /** Of its content. */
  readonly tag: string
  /** Its name holds the hash of its content: it is never another. */
  readonly isLasting: boolean
  /** Pages of others may use it. */
  readonly isShared: boolean
  /** The content security policy that a page states itself. */
  readonly policy: string | undefined
}

/** What is of no type that pages need is not sent. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}
const ENCODINGS = [['br', '.br'], ['gzip', '.gz']] as const

/** Where a policy stands in a page, if it is there. */
const HEAD_CHARS = 4_000

/** Every file by its path in addresses; none where there is no folder. */
export function readPageFiles(folder: URL): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>()
  const paths = listFiles(folder)
  const known = new Set(paths)
  for (const path of paths) {
    const type = TYPES[extname(path)]
    if (type === undefined) continue
    const read = (name: string): Uint8Array => readFileSync(new URL(name, folder))
    const plain = read(path)
    files.set(`/${path}`, {
      type, plain, isLasting: path.startsWith('assets/'),
      isShared: path.startsWith('widget/'),
      tag: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
      policy: type.startsWith('text/html') ? readPolicy(plain) : undefined,
      packed: new Map(ENCODINGS.filter(([, end]) => known.has(path + end))
        .map(([encoding, end]) => [encoding, read(path + end)])),
    })
  }
  return files
}

function readPolicy(page: Uint8Array): string | undefined {
  const head = Buffer.from(page.subarray(0, HEAD_CHARS)).toString('utf8')
  const found = /<meta http-equiv="Content-Security-Policy" content="([^"\r\n]+)">/i.exec(head)
  return found?.[1]
}

function listFiles(folder: URL): string[] {
  try {
    const root = fileURLToPath(folder)
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(root.length)
        .replaceAll('\\', '/').replace(/^\//, ''))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
