import { readFileSync } from 'node:fs';
import { expect, inject, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const { files } = inject('packed');
const scripts = files.filter((path) => path.startsWith('dist/') && path.endsWith('.js'));
const read = (path: string) => readFileSync(path, 'utf8');

it.each(scripts)('%s imports only what the package declares', (path) => {
  const declared = [
    ...Object.keys(manifest.dependencies),
    ...Object.keys(manifest.peerDependencies),
  ];
  // Only what can be a package's name: words of the catalogs say "from", too.
  const imports = read(path).matchAll(
    /(?:^import|\bfrom|\bimport\()\s*["']([a-z@][\w@/.-]*)["']/gm,
  );
  const undeclared = [...imports]
    .map(([, name = '']) => name)
    .filter((name) => !declared.some((known) => name === known || name.startsWith(`${known}/`)));
  expect(undeclared).toEqual([]);
});

it.each(scripts)('%s carries nothing of the mocked world', (path) => {
  const traces = ['mockServiceWorker', 'setupWorker', 'onUnhandledRequest', '// mocks/'];
  expect(traces.filter((trace) => read(path).includes(trace))).toEqual([]);
});

it.each(scripts)('%s builds no code from text, so a strict page may hold it', (path) => {
  expect(read(path)).not.toMatch(/\beval\(|\bnew Function\(/);
});

it('brings everything inside the element, for pages without a bundler', () => {
  expect(read('dist/element.js')).not.toMatch(/\bimport\s*[("'{*]|\bprocess\.env\b/);
});

it.each(['dist/style.css', 'dist/element.js'])(
  '%s leaves light and dark to the page, as the sheets are written',
  (path) => {
    expect(read(path)).toContain('light-dark(');
    expect(read(path)).not.toContain('lightningcss-');
  },
);
