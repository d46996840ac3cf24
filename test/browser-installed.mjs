// @ts-check
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** @typedef {import('./browser.mjs').Browser} Browser */

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** @returns {string[]} */
function usualPlaces() {
  const { env } = process;
  if (process.platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return windowsPrograms.flatMap((program) =>
      roots.flatMap((root) => (root ? [join(root, program)] : [])),
    );
  }
  if (process.platform === 'darwin') {
    return macApplications.flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map((folder) =>
        join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      ),
    );
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/snap/bin', '/opt/google/chrome'];
  return [...commands, 'chrome'].flatMap((command) =>
    folders.filter(Boolean).map((folder) => join(folder, command)),
  );
}

/**
 * The browsers this machine already has; whether they start is for the caller to try.
 *
 * @param {{ only?: 'CHROMIUM_PATH' }} [limit] - Only the one the environment names.
 * @returns {Browser[]}
 */
export function installedBrowsers({ only } = {}) {
  const named = process.env['CHROMIUM_PATH'];
  const chosen = named ? [{ name: 'the browser CHROMIUM_PATH names', executablePath: named }] : [];
  if (only) return chosen;
  const found = [...new Set(usualPlaces())].filter((place) => existsSync(place));
  return [...chosen, ...found.map((place) => ({ name: 'installed', executablePath: place }))];
}
