import type { InlineConfig, Plugin } from 'vite';

// React Aria carries its few words in 34 languages; only the interface's own six are kept, which saves 60 kB.
const keptWords = /^(ar-AE|en-US|es-ES|fr-FR|ru-RU|zh-CN)\.m?js$/;
const wordsOfReactAria =
  /[\\/](react-aria|react-stately|react-aria-components|@react-aria[\\/][\w-]+)[\\/].*[\\/]intl[\\/]?.*?([a-z]{2}-[A-Z]{2}\.m?js)$/;

function fewerLanguages(): Plugin {
  return {
    name: 'mandata:fewer-languages',
    enforce: 'pre',
    load(id) {
      const file = wordsOfReactAria.exec(id)?.[2];
      return file === undefined || keptWords.test(file) ? undefined : 'export default {};';
    },
  };
}

function common(root: string, outDir: string): InlineConfig {
  return {
    root,
    configFile: false,
    mode: 'production',
    logLevel: 'warn',
    publicDir: false,
    plugins: [fewerLanguages()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir, emptyOutDir: true, reportCompressedSize: false, sourcemap: false },
  };
}

/** What browsers get: two entries, a chunk for each page and island, hashed names, a manifest. */
export function browserBuild(root: string, outDir: string): InlineConfig {
  const base = common(root, outDir);
  return {
    ...base,
    build: {
      ...base.build,
      manifest: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: ['src/doors/web/client/public.ts', 'src/doors/web/client/workspace.ts'] },
    },
  };
}

/** What the server loads: one renderer with everything inside, so that it runs wherever Node does. */
export function serverBuild(root: string, outDir: string): InlineConfig {
  const base = common(root, outDir);
  return {
    ...base,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ...base.build,
      ssr: true,
      minify: false,
      rolldownOptions: {
        input: { pages: 'src/doors/web/client/server-pages.ts' },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  };
}
