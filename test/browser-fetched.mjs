// @ts-check
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { installedBrowsers } from './browser-installed.mjs';

/** @typedef {import('./browser.mjs').Browser} Browser */

const archive = {
  name: '@sparticuz/chromium@147.0.0',
  integrity:
    'sha512-4ZKeAQQa8up2mt675qSitztLdbQrlf8BKdC5naeap+5Mv1OV1OlJdPoU+EJC/p5sQUJUQmN4r+q5+EhaaOUHpQ==',
};

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, minutes?: number }} [limits]
 */
function run(command, args, { cwd, minutes = 10 } = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: minutes * 60_000,
    ...(cwd ? { cwd } : {}),
  });
  if (status === 0) return stdout;
  const lastWords = (stderr ?? '').trim().split('\n').at(-1);
  throw new Error(`${command} ${args.slice(0, 3).join(' ')}: ${error?.message ?? lastWords}`);
}

/**
 * The intended way on a desktop and on CI: the Chromium that this Playwright was built for.
 *
 * @param {string} root
 * @returns {Browser[]}
 */
export function fromPlaywright(root) {
  console.log('Browser: none is installed, asking Playwright to download one.');
  const cli = join(root, 'node_modules', 'playwright', 'cli.js');
  run(process.execPath, [cli, 'install', 'chromium'], { minutes: 5 });
  return [{ name: 'Chromium downloaded by Playwright' }];
}

/**
 * Chromium as an npm package, with its libraries and one font: no root and no other server
 * than the registry. One Linux x64 binary, so nobody else is made to download it.
 *
 * @param {string} cache
 * @returns {Browser[]}
 */
export function fromNpm(cache) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('the npm registry has Chromium for Linux on x64 only');
  }
  const home = unpacked(cache);
  return [
    {
      name: `Chromium of ${archive.name}`,
      executablePath: join(home, 'chromium'),
      env: { LD_LIBRARY_PATH: join(home, 'lib'), ...ownFonts(cache) },
    },
  ];
}

/**
 * A font for machines that have none, made known to the browser alone.
 *
 * @param {string} cache
 * @returns {Record<string, string>}
 */
export function ownFonts(cache) {
  const home = unpacked(cache);
  const file = join(home, 'fonts.conf');
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    `<fontconfig><dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'fonts-cache')}</cachedir></fontconfig>`,
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  return { FONTCONFIG_FILE: file };
}

/** @param {string} cache */
function unpacked(cache) {
  const home = join(cache, 'chromium');
  if (existsSync(home)) return home;

  console.log(`Browser: fetching ${archive.name} from npm (65 MB, once).`);
  const draft = `${home}-unfinished`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const npm = process.env['npm_execpath']?.match(/.*npm-cli\.js$/)?.[0];
  const pack = ['pack', archive.name, '--json', '--silent', '--pack-destination', draft];
  const report = npm ? run(process.execPath, [npm, ...pack]) : run('npm', pack);
  const [{ filename, integrity }] = JSON.parse(report);
  if (integrity !== archive.integrity) {
    throw new Error(`${archive.name} is not the package this was tested with: ${integrity}`);
  }
  run('tar', ['-xzf', filename, '--no-same-owner', '--strip-components=2', 'package/bin'], {
    cwd: draft,
  });
  for (const name of ['chromium', 'fonts.tar', 'al2023.tar', 'swiftshader.tar']) {
    const inflated = brotliDecompressSync(readFileSync(join(draft, `${name}.br`)));
    writeFileSync(join(draft, name), inflated, { mode: 0o755 });
    if (name.endsWith('.tar')) run('tar', ['-xf', name, '--no-same-owner'], { cwd: draft });
  }
  for (const name of readdirSync(draft)) {
    if (/\.(br|tar|tgz)$/.test(name)) rmSync(join(draft, name));
  }
  renameSync(draft, home);
  return home;
}

/**
 * The distribution's package: the largest download, and only for root.
 *
 * @returns {Browser[]}
 */
export function fromDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new Error('apt-get: needs root on Debian or Ubuntu');
  }
  console.log('Browser: installing Chromium with apt-get.');
  run('apt-get', ['update']);
  run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']);
  return installedBrowsers();
}
