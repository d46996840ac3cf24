import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import compile from 'icu-minify/compile';
import type { BuildEnvironmentOptions, Plugin } from 'vite';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { launchOptions } from './test/browser.mjs';

/**
 * Compiles the ICU texts of every `src/messages/*.json`, so that pages carry the formatter
 * of half a kilobyte and not the parser. JSON goes in and JSON comes out; Vite does the rest.
 */
function messageCatalogs(): Plugin {
  return {
    name: 'upkeep:message-catalogs',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/messages\/[^/?]+\.json$/ },
      handler(source, file) {
        const catalog: Record<string, string> = JSON.parse(source);
        const compiled = Object.entries(catalog).map(([id, text]) => {
          try {
            return [id, compile(text)];
          } catch (cause) {
            const reason = cause instanceof Error ? cause.message : String(cause);
            throw new Error(`${file}: the message "${id}" is not valid ICU (${reason}): ${text}`, {
              cause,
            });
          }
        });
        return { code: JSON.stringify(Object.fromEntries(compiled)), map: null };
      },
    },
  };
}

/** Serves MSW's worker from the installed package, so that no copy of it is kept here to go stale. */
function mockWorker(): Plugin {
  const fileName = 'mockServiceWorker.js';
  const worker = () => readFileSync(fileURLToPath(import.meta.resolve(`msw/${fileName}`)), 'utf8');
  return {
    name: 'upkeep:mock-worker',
    configureServer(server) {
      server.middlewares.use(`/${fileName}`, (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript').end(worker());
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: worker() });
    },
  };
}

/**
 * Browsers of mid-2024 and later. Said for CSS because older targets get `light-dark()` rewritten into variables that
 * only work where a sheet sets `color-scheme` itself, and panels follow the page's.
 */
const css = {
  cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  cssMinify: 'lightningcss',
} satisfies BuildEnvironmentOptions;

/** For projects with a bundler of their own: every dependency stays an import. */
const library: BuildEnvironmentOptions = {
  ...css,
  outDir: 'dist',
  minify: false,
  cssCodeSplit: true,
  lib: {
    entry: { index: 'src/index.ts', style: 'src/panel/panel.css' },
    formats: ['es'],
  },
  rolldownOptions: {
    external: /^[^./\0]/,
    output: { chunkFileNames: 'chunks/[name].js' },
  },
};

/**
 * For pages without a bundler: one file that brings React and its styles along.
 * Not `build.lib`, which would leave the whitespace in.
 */
const element: BuildEnvironmentOptions = {
  ...css,
  outDir: 'dist',
  emptyOutDir: false,
  rolldownOptions: {
    input: { element: 'src/embed/define.ts' },
    preserveEntrySignatures: 'strict',
    output: { entryFileNames: '[name].js', codeSplitting: false },
  },
};

/** The demo as static files: the panel's page, and the store's, which a link opens. */
const demo: BuildEnvironmentOptions = {
  ...css,
  outDir: 'dist-demo',
  rolldownOptions: { input: ['index.html', 'mocks/checkout/index.html'] },
};

/** What browser tests import is found up front; found late, it would reload the page in mid-test. */
const optimizeDeps = {
  entries: [
    '.storybook/preview.tsx',
    'src/**/*.{ts,tsx}',
    'mocks/**/*.ts',
    'stories/**/*.tsx',
    'test/**/*.browser.test.tsx',
  ],
  include: ['react/jsx-dev-runtime', 'react-dom/client', 'msw/browser'],
};

const inChromium = (place: 0 | 1) => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  // Ports of its own, so that two runs on one machine do not meet.
  api: { port: 30_000 + 2 * (process.pid % 10_000) + place },
  provider: playwright({ launchOptions: launchOptions() }),
  instances: [{ browser: 'chromium' as const }],
});

/** Every test in a browser ends with a look for secrets where they must not be. */
const setupFiles = ['test/secrets/every-browser-test.ts'];

/**
 * What a browser may keep of the sources in one run: a page is new for every file of tests, and most of it was read
 * before. Not while somebody writes, because then they change.
 */
const forOneRun = { headers: { 'Cache-Control': 'max-age=3600' } };

const testProjects: TestProjectConfiguration[] = [
  {
    extends: true,
    test: {
      name: 'unit',
      include: ['test/**/*.test.{ts,tsx}'],
      exclude: ['test/**/*.browser.test.tsx', 'test/e2e/**', 'test/package/**'],
    },
  },
  {
    extends: true,
    test: {
      name: 'package',
      include: ['test/package/*.test.ts'],
      globalSetup: 'test/package/pack.ts',
      testTimeout: 60_000,
    },
  },
  {
    extends: true,
    optimizeDeps,
    test: {
      name: 'browser',
      include: ['test/**/*.browser.test.tsx'],
      setupFiles,
      browser: inChromium(0),
    },
  },
  {
    extends: true,
    optimizeDeps,
    plugins: [storybookTest({ configDir: '.storybook' })],
    // As in Storybook itself, one page shows one story after another.
    test: { name: 'storybook', isolate: false, setupFiles, browser: inChromium(1) },
  },
];

export default defineConfig(({ mode }) => {
  const forPages = mode !== 'library' && mode !== 'element';
  const isOneRun = mode === 'test' && process.argv.includes('run');
  return {
    plugins: [react(), messageCatalogs(), ...(forPages ? [mockWorker()] : [])],
    build: mode === 'library' ? library : mode === 'element' ? element : demo,
    server: { port: 5173, strictPort: true, ...(isOneRun ? forOneRun : {}) },
    preview: { port: 4173, strictPort: true },
    clearScreen: false,
    test: {
      projects: testProjects,
      // Tests in a browser wait half of their time, so two at once even where there are two cores.
      maxWorkers: Math.max(2, availableParallelism() - 1),
      // A machine busy with other things may take its time.
      testTimeout: 30_000,
      expect: { poll: { timeout: 10_000 } },
      coverage: { include: ['src/**/*.{ts,tsx}'] },
    },
  };
});
