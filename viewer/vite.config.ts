// Builds the viewer into dist/viewer: one script, one style sheet, one worker, so that the exported file can hold them.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'iife' },
  plugins: [
    {
      name: 'ask-early',
      // The graph is asked for while the script still loads; the page of an exported file has its own head.
      transformIndexHtml: {
        order: 'post',
        handler: () => [
          {
            tag: 'link',
            attrs: { rel: 'preload', as: 'fetch', href: './api/graph', crossorigin: 'anonymous' },
            injectTo: 'head-prepend',
          },
        ],
      },
    },
  ],
  build: {
    outDir: '../dist/viewer',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    assetsInlineLimit: 0,
    cssCodeSplit: false,
  },
});
