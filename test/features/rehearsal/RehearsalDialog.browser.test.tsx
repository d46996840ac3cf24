import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createWorld } from '../../../mocks/scenarios.ts';
import type { World } from '../../../mocks/world.ts';
import { dialog, openPanel } from '../../panel/open-panel.tsx';

const rehearsal = () => dialog('Rehearse a host upgrade');
const field = () => rehearsal().getByRole('textbox', { name: 'Host version' });
const headline = () => rehearsal().getByText(/^On Craft /);
const heap = (name: string) => rehearsal().getByRole('list', { name, exact: true });

async function openRehearsal(world: World = createWorld('craft-estate')) {
  const panel = await openPanel(world);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Rehearse a host upgrade…' }).click();
  await expect.element(rehearsal()).toBeVisible();
  return panel;
}

async function rehearse(version: string) {
  await field().fill(version);
  await userEvent.keyboard('{Enter}');
}

it('begins with the newest version that releases name', async () => {
  await openRehearsal();
  await expect.element(field()).toHaveValue('5.3.0');
  await expect.element(headline()).toHaveTextContent(/^On Craft 5\.3\.0: /);
});

it('tells counts and price in one sentence', async () => {
  await openRehearsal();
  await rehearse('5.4.9');
  await expect
    .element(headline())
    .toHaveTextContent(
      'On Craft 5.4.9: 2 fine, 10 need an update you already own, 1 needs a renewal ($49.00), 4 have no release for it, and 3 are stopped already.',
    );
});

it('tells no price where none can be asked or none is answered, and everything else all the same', async () => {
  const silent = createWorld('craft-estate');
  silent.host.capabilities = silent.host.capabilities.filter((each) => each !== 'quote');
  const { kill, requests } = await openRehearsal(silent);
  await expect.element(headline()).toHaveTextContent('1 needs a renewal, 4 have');
  expect(requests.filter((each) => each.includes('quote'))).toEqual([]);
  kill();

  const failing = createWorld('craft-estate');
  failing.faults.push({ party: 'host', call: 'quote', kind: 'unavailable' });
  await openRehearsal(failing);
  await expect.element(headline()).toHaveTextContent('1 needs a renewal, 4 have');
});

it('says of each extension what would be done', async () => {
  await openRehearsal();
  await rehearse('5.4.9');
  const owned = heap('Need an update you already own');
  await expect
    .element(owned.getByRole('listitem').filter({ hasText: 'Element API' }))
    .toHaveTextContent('Update to 4.1.0 first: it runs on both');
  await expect
    .element(owned.getByRole('listitem').filter({ hasText: 'Commerce' }))
    .toHaveTextContent('Update to 5.0.18 along with the host');
  await expect.element(heap('Need a renewal')).toHaveTextContent('3.0.9 runs there');
  await expect
    .element(heap('No release for it'))
    .toHaveTextContent(/Comments.*held by You \(admin\)/);
  await expect
    .element(heap('Stopped already').getByRole('listitem').filter({ hasText: 'Image' }))
    .toHaveTextContent('Stopped: trial ended. 5.0.2 runs there');
});

it('says what is wrong with an empty field, and with what is no version', async () => {
  await openRehearsal();
  await rehearse('');
  const refused = rehearsal().getByRole('alert');
  await expect.element(refused).toHaveTextContent('Enter a host version, such as 5.3.0.');
  await rehearse('the next one');
  await expect.element(refused).toHaveTextContent('“the next one” is no version.');
  await expect.element(field()).toHaveAttribute('aria-invalid', 'true');
  await rehearsal().getByRole('button', { name: '5.3.0', exact: true }).click();
  await expect.element(refused).not.toBeInTheDocument();
});

it('says that the version runs now', async () => {
  await openRehearsal();
  await rehearse('4.12.8');
  await expect.element(rehearsal().getByText('This version runs now.')).toBeVisible();
});

it('renews what needs it, and reviews what can be updated before', async () => {
  await openRehearsal();
  await rehearse('5.4.9');
  await rehearsal().getByRole('button', { name: 'Renew 1 license…' }).click();
  await expect.element(dialog('Renew Formie')).toBeVisible();
  await dialog('Renew Formie').getByRole('button', { name: 'Cancel' }).click();
  await rehearsal().getByRole('button', { name: 'Update 1 before the upgrade…' }).click();
  const steps = page.getByRole('list', { name: 'Will be updated' });
  await expect.element(steps).toHaveTextContent('Element API');
  expect(steps.getByRole('listitem').elements()).toHaveLength(1);
});

it('says aloud what a rehearsal came to', async () => {
  await openRehearsal();
  await rehearse('6.0.0');
  await expect
    .poll(() =>
      page
        .getByRole('status')
        .elements()
        .map((each) => each.textContent),
    )
    .toContainEqual(expect.stringMatching(/^On Craft 6\.0\.0: /));
});

it(
  'goes through 10,000 extensions, and shows them folded and in portions',
  { timeout: 60_000 },
  async () => {
    const { panel } = await openRehearsal(createWorld('large'));
    expect(panel).toBeDefined();
    const began = performance.now();
    await rehearse('5.4.9');
    await expect.element(rehearsal().getByText(/^On .+ 5\.4\.9: /)).toBeVisible();
    console.log(`rehearsal of 10,000: ${Math.round(performance.now() - began)} ms to the sentence`);
    expect(rehearsal().getByRole('listitem').elements().length).toBeLessThan(120);
  },
);
