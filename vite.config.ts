import { fileURLToPath } from 'node:url'

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/**
 * One configuration for both halves: `vite build` makes the pages (dist/), `vite build --ssr backend/main.ts --outDir build`
 * bundles the server, whose packages stay in node_modules.
 */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react()],
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${path('./src')}/` },
      // The worker of monaco-yaml names a file by where it was in older versions of Monaco.
      {
        find: 'monaco-editor/esm/vs/editor/editor.worker.js',
        replacement: 'monaco-editor/editor/editor.worker',
      },
    ],
  },
  publicDir: isSsrBuild ? false : 'public',
  build: isSsrBuild
    ? { target: 'node20', emptyOutDir: true, rollupOptions: { output: { entryFileNames: 'server.js' } } }
    : { target: 'es2022', manifest: true, chunkSizeWarningLimit: 4096 },
  worker: { format: 'es' as const },
  server: { host: '127.0.0.1', port: 5173, proxy: devProxy() },
}))

/** In development the API is answered by the server that `npm run dev` starts beside Vite. */
function devProxy() {
  const target = process.env['DEV_API_URL']
  return target ? { '/api': target, '/server.json': target, '/test-controls': target } : undefined
}
