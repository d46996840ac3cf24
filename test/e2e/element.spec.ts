import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, expectAccessible, freePort, startBackends, test } from './stage.ts';

// The element as it is published, on a page that forbids whatever can be forbidden.

const built = fileURLToPath(new URL('../../dist/element.js', import.meta.url));

const page = (api: string) => `<!doctype html>
<html lang="en">
  <head><title>A plain page</title><link rel="icon" href="/icon"><script type="module" src="/element.js"></script></head>
  <body><main><h1>Updates</h1><upkeep-panel base-url="${api}" locale="en"></upkeep-panel></main></body>
</html>`;

const policy = (api: string) =>
  [
    `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'`,
    `connect-src ${new URL(api).origin}; require-trusted-types-for 'script'; trusted-types 'none'`,
  ].join('; ');

/** A server that knows this page and the built file, and nothing else. */
async function serve(api: string) {
  const server = createServer(({ url }, response) => {
    if (url === '/element.js') {
      response.setHeader('Content-Type', 'text/javascript').end(readFileSync(built));
    } else if (url === '/icon') {
      response.writeHead(204).end();
    } else {
      response
        .setHeader('Content-Type', 'text/html')
        .setHeader('Content-Security-Policy', policy(api))
        .end(page(api));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, stop: () => server.close() };
}

test('the published element updates an extension on a strict page, in the page’s own color scheme', async ({
  page: tab,
}, info) => {
  expect(existsSync(built), 'dist/element.js is missing; run "npm run build" first').toBe(true);
  const complaints: string[] = [];
  tab.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  tab.on('pageerror', (error) => complaints.push(error.message));
  const port = await freePort(info.parallelIndex + 10);
  const { api, child } = await startBackends(['--pace', '300', '--port', String(port)]);
  const { address, stop } = await serve(api);
  try {
    await tab.goto(address);
    const formie = tab.getByRole('listitem', { name: 'Formie', exact: true });
    await formie.getByRole('button', { name: 'Formie' }).click();
    const details = tab.getByRole('dialog', { name: 'Formie' });
    await expect(details.getByRole('img', { name: /^Timeline of Formie/ })).toBeVisible();
    await expectAccessible(tab);
    await tab.keyboard.press('Escape');
    await expect(details).toHaveCount(0);

    const update = formie.getByRole('button', { name: 'Update to 2.1.19' });
    await expect(update).toHaveCSS('background-color', 'rgb(31, 95, 191)');
    await tab.locator('html').evaluate((html) => (html.style.colorScheme = 'dark'));
    await expect(update).toHaveCSS('background-color', 'rgb(143, 184, 255)');

    await update.click();
    await expect(formie).toContainText('13 newer releases need a renewal');
    await expect(formie).toContainText('2.1.19 · verbb');
    expect(complaints).toEqual([]);
  } finally {
    stop();
    child.kill();
  }
});
