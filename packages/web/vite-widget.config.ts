// How the script for forms of other web pages is built: one small file that needs no other.

import { defineConfig } from 'vite'

// eslint-disable-next-line import/no-default-export -- what Vite asks for
export default defineConfig({
  publicDir: false,
  build: {
    target: 'es2020', modulePreload: false, reportCompressedSize: false, emptyOutDir: false,
    rolldownOptions: {
      input: 'packages/web/src/widget/typo.ts',
      output: { format: 'iife', entryFileNames: 'widget/typo.js', codeSplitting: false },
    },
  },
})
