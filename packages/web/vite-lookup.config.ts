// How the lookup is built into one file that needs no server: its script and its styles stand in
// it, and its own policy lets nothing else run and nothing be sent.

import { createHash } from 'node:crypto'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

function policyOf(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64')
  return `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; ` +
    "img-src data:; base-uri 'none'; form-action 'none'"
}

/** Puts the one script and the one style sheet into the page. */
function inOneFile(): Plugin {
  return {
    name: 'in-one-file', enforce: 'post',
    generateBundle(_, bundle) {
      const files = Object.values(bundle)
      const page = files.find(({ fileName }) => fileName === 'lookup.html')
      const chunk = files.find((file) => file.type === 'chunk')
      if (page?.type !== 'asset' || chunk === undefined) throw new Error('no page or no script')
      const styles = files.flatMap((file) =>
        file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [])
      // What would end the element stands in texts and patterns only, where it may be escaped.
      const script = chunk.code.replaceAll(/<(?=\/script|!--)/gi, String.raw`\x3c`)
        // What a part that comes later would have to fetch: nothing, it stands here too.
        .replaceAll('__VITE_PRELOAD__', 'void 0')
      const policy = `<meta http-equiv="Content-Security-Policy" content="${policyOf(script)}">`
      page.source = String(page.source)
        .replace(/<script type="module"[^>]*><\/script>\s*/, '')
        .replace(/<link rel="stylesheet"[^>]*>\s*/g, '')
        .replace('<meta charset="utf-8">', (charset) => `${charset}\n    ${policy}`)
        .replace('</head>', () => `<style>${styles.join('\n')}</style>\n  </head>`)
        .replace('</body>', () => `<script type="module">${script}</script>\n  </body>`)
      for (const { fileName } of files) {
        if (fileName !== page.fileName) delete bundle[fileName]
      }
    },
  }
}

// eslint-disable-next-line import/no-default-export -- what Vite asks for
export default defineConfig({
  plugins: [react(), inOneFile()],
  publicDir: false,
  build: {
    target: 'es2023', modulePreload: false, reportCompressedSize: false, emptyOutDir: false,
    cssCodeSplit: false, assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    rolldownOptions: { input: 'packages/web/lookup.html', output: { codeSplitting: false } },
  },
})
