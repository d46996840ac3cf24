import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createWorld } from '../../../mocks/scenarios.ts';
import type { World } from '../../../mocks/world.ts';
import type { Advisory } from '../../../src/domain/advisory.ts';
import { asked, button, dialog, hosted, openPanel, row } from '../../panel/open-panel.tsx';

const flaws = () => page.getByRole('region', { name: 'Known flaws' });

const flaw = (more: Partial<Advisory>): Advisory => ({
  id: 'EXAMPLE-2024-0100',
  title: 'A flaw',
  severity: 'high',
  affects: '*',
  url: null,
  ...more,
});

async function openDetails(name: string, world: World = createWorld('craft-estate')) {
  await openPanel(world);
  // Rows far down are in the page only once somebody looks for them.
  await page.getByRole('searchbox').fill(name);
  await row(name).getByRole('button', { name, exact: true }).click();
  await expect.element(dialog(name)).toBeVisible();
  return world;
}

it('tells that the covered update still has the flaw and that the fix is outside the license', async () => {
  await openDetails('Blitz');
  await expect
    .element(flaws())
    .toHaveTextContent(
      '4.16.2 has this flaw, and 4.18.3, which your license covers, still has it. The fix 4.23.0 is outside your license.',
    );
  await expect.element(flaws().getByText('Critical', { exact: true })).toBeVisible();
});

it('leads to the renewal, and to the fix itself only through the consent', async () => {
  await openDetails('Blitz');
  await flaws().getByRole('button', { name: 'Renew license' }).click();
  await expect.element(dialog('Renew Blitz')).toBeVisible();
  await dialog('Renew Blitz').getByRole('button', { name: 'Cancel' }).click();
  await flaws().getByRole('button', { name: 'Install 4.23.0 anyway…' }).click();
  await expect.element(dialog(/^Install 4\.23\.0 without/)).toBeVisible();
});

it('installs a covered release without the flaw where the covered update would bring it in', async () => {
  const world = await openDetails('SEOmatic');
  await expect.element(flaws()).toHaveTextContent('the update to 4.0.48 would bring it in');
  await flaws().getByRole('button', { name: 'Update to 4.0.45' }).click();
  await expect.poll(() => asked(world)).toContain('install seomatic 4.0.45');
});

it('links only to addresses that may be followed', async () => {
  const world = createWorld('craft-estate');
  const sorted = hosted(world, 'navigation');
  sorted.advisories = [
    flaw({ id: 'EXAMPLE-SAFE', url: 'https://advisories.example.com/safe' }),
    flaw({ id: 'EXAMPLE-SCRIPT', url: 'javascript:alert(1)' }),
    flaw({ id: 'EXAMPLE-PLAIN', url: 'http://advisories.example.com/plain' }),
  ];
  await openDetails('Navigation', world);
  const link = flaws().getByRole('link', { name: 'Read about EXAMPLE-SAFE' });
  await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer');
  await expect.element(flaws().getByText('EXAMPLE-SCRIPT')).toBeVisible();
  expect(flaws().getByRole('link').elements()).toHaveLength(1);
});

it('names the vendor to ask for a patch where no address is stated', async () => {
  await openDetails('Workflow');
  await expect
    .element(flaws())
    .toHaveTextContent(/Ask .+ for a patch; no address is stated here\./);
});

it('says that nobody can say where the publisher wrote no versions', async () => {
  await openDetails('Webhooks');
  await expect
    .element(flaws())
    .toHaveTextContent('it is said of “all releases before the summer”, which names no versions');
  await expect.element(flaws().getByText('Severity not stated')).toBeVisible();
});

it('says nothing where no flaw is known', async () => {
  await openDetails('Formie');
  await expect.element(button('Close').first()).toBeVisible();
  await expect.element(flaws()).not.toBeInTheDocument();
});
