// How the pages are built and, for those who work on them, served: `npx vite packages/web` beside a
// running `npm start`.

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const SERVICE = process.env['CAROM_URL'] ?? 'http://127.0.0.1:8025'

// eslint-disable-next-line import/no-default-export -- what Vite asks for
export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023', modulePreload: { polyfill: false },
    assetsInlineLimit: 0, reportCompressedSize: false,
    // One style sheet, which scripts never ask for: scripts/prune-styles.mjs gives it a name.
    cssCodeSplit: false,
    // What most pages need comes in one file: a hundred small ones are a tenth larger in sum.
    rolldownOptions: { output: { codeSplitting: { groups: [
      { name: 'library', test: /node_modules/, minShareCount: 8 },
    ] } } },
  },
  server: {
    proxy: Object.fromEntries(['/v1', '/hooks', '/healthz', '/readyz', '/metrics', '/openapi.json']
      .map((path) => [path, { target: SERVICE, changeOrigin: true }])),
  },
})
