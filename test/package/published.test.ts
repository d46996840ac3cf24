import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { formatMessage } from 'publint/utils';
import { publint } from 'publint';
import { expect, inject, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const { tarball, project, files } = inject('packed');

it('holds the build, its papers and nothing else', () => {
  const strays = files.filter(
    (path) => !/^(dist\/|docs\/|package\.json$|README\.md$|CHANGELOG\.md$|LICENSE$)/.test(path),
  );
  expect(strays).toEqual([]);
  expect(files).toEqual(
    expect.arrayContaining(['LICENSE', 'dist/index.js', 'dist/element.js', 'dist/style.css']),
  );
});

it('follows the packaging rules that bundlers rely on', async () => {
  const pkgDir = join(project, 'node_modules', 'upkeep-panel');
  const { messages } = await publint({ pkgDir, pack: false, strict: true });
  const readable = messages.map((message) => formatMessage(message, manifest, { color: false }));
  expect(readable).toEqual([]);
});

it('resolves to types for every kind of ESM consumer', () => {
  const attw = join('node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js');
  const flags = ['--profile', 'esm-only', '--no-color', '--no-emoji', '--format', 'ascii'];
  const scope = ['--entrypoints', '.', 'element'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [attw, tarball, ...flags, ...scope],
    { encoding: 'utf8' },
  );
  expect(status, stdout + stderr).toBe(0);
});
