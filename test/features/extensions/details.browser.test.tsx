import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setFault } from '../../../mocks/change.ts';
import { memoryOf } from '../../../mocks/memory.ts';
import { createWorld } from '../../../mocks/scenarios.ts';
import type { World } from '../../../mocks/world.ts';
import { dialog, hosted, openPanel, row } from '../../panel/open-panel.tsx';

// The situations of the real data: host 4.12.8 on 25 October 2024.

async function detailsOf(name: string, world: World = createWorld('craft-estate')) {
  await openPanel(world);
  await userEvent.click(row(name).getByRole('button', { name, exact: true }));
  await expect.element(dialog(name)).toBeVisible();
  return dialog(name);
}
const locked = (name: string | RegExp) => page.getByRole('region', { name });

it.each([
  { name: 'Formie', covered: '2.1.19', locked: 13, ended: 'Jun 15, 2024', newest: '2.1.32' },
  { name: 'Blitz', covered: '4.18.3', locked: 9, ended: 'Jul 1, 2024', newest: '4.23.3' },
  { name: 'SEOmatic', covered: '4.0.48', locked: null, ended: 'May 1, 2024', newest: '4.1.5' },
  { name: 'Freeform', covered: '5.3.2', locked: 26, ended: 'Jun 1, 2024', newest: '5.6.7' },
])(
  'draws the line of $name where its maintenance ended: $covered is included, $newest is not',
  async (known) => {
    const details = await detailsOf(known.name);
    await expect
      .element(details.getByRole('button', { name: `Update to ${known.covered}` }).first())
      .toBeVisible();
    const count = known.locked === null ? '\\d+' : String(known.locked);
    const divider = locked(
      new RegExp(
        `^${count} releases not covered: built after your maintenance ended on ${known.ended}$`,
      ),
    );
    await expect.element(divider).toHaveTextContent(known.newest);
    await expect
      .element(divider)
      .not.toHaveTextContent(new RegExp(`${known.covered.replaceAll('.', '\\.')}built`));
    await expect
      .element(
        locked(/included in your license$/)
          .getByRole('listitem')
          .first(),
      )
      .toHaveTextContent(known.covered);
  },
);

it('keeps "needs another host" apart from "needs a renewal": Formie 3 is in a heap of its own', async () => {
  await detailsOf('Formie');
  const other = locked(/need another host version$/);
  await expect.element(other).toHaveTextContent('3.0.9');
  await expect.element(other).toHaveTextContent('Needs a newer host: ^5.0.0');
  await expect.element(locked(/not covered/)).not.toHaveTextContent('3.0.9');
});

it('shows the security release that Blitz keeps behind the line', async () => {
  await detailsOf('Blitz');
  const release = locked(/not covered/)
    .getByRole('listitem')
    .filter({ hasText: '4.23.0' });
  await expect.element(release).toHaveTextContent('Security');
});

it('says which of two dates decided where they fall on different sides of the end: Blitz 4.12.0', async () => {
  const world = createWorld('craft-estate');
  const blitz = hosted(world, 'blitz');
  blitz.installed = '4.11.2';
  const { license } = blitz;
  if (license.kind === 'perpetual' && license.maintenanceEndsOn !== null) {
    blitz.license = {
      ...license,
      maintenanceEndsOn: '2024-05-01' as typeof license.maintenanceEndsOn,
    };
  }
  await detailsOf('Blitz', world);
  const release = page.getByRole('listitem').filter({ hasText: /^4\.12\.0/ });
  await expect
    .element(release)
    .toHaveTextContent(
      'the build date (Jun 27, 2024) decides, not the publish date (Feb 27, 2024)',
    );
});

it('shows the same releases in the picture and in the table beside it', async () => {
  const details = await detailsOf('Formie');
  const picture = details.getByRole('img', { name: /^Timeline of Formie/ });
  await expect.element(picture).toBeVisible();
  await userEvent.click(details.getByText('Show as a table'));
  const rows = details.getByRole('table').getByRole('row');
  const inTable = rows
    .elements()
    .slice(1)
    .map((each) => each.textContent);
  const inPicture = [...picture.element().querySelectorAll('circle title')].map(
    (each) => each.textContent,
  );
  expect(inPicture.length).toBeGreaterThan(20);
  expect(inTable.map((text) => text.replace(/(\d)([A-Z])/g, '$1 $2')).length).toBe(
    inPicture.length,
  );
  const words = (text: string) => text.replaceAll(/[^a-z0-9]/gi, '');
  expect(inTable.map(words).sort()).toEqual(inPicture.map(words).sort());
  const label = picture.element().getAttribute('aria-label') ?? '';
  expect(label).toContain(`${inTable.length} releases`);
  expect(label).toContain(
    `${inTable.filter((text) => /\dcovered/.test(text)).length} of them are covered`,
  );
  expect(picture.element().textContent).toContain('Last day of maintenance: Jun 15, 2024');
});

it('writes notes as headings, lists, code, strong text and safe links, and fetches no picture', async () => {
  const world = createWorld('every-verdict');
  const release = hosted(world, 'update-ready').releases.find(({ version }) => version === '1.2.0');
  if (release) {
    release.notes = [
      '## Added',
      '- a `code` and **strong** words',
      '- [safe](https://example.com/a) and [unsafe](javascript:alert(1)) and [plain](http://example.com)',
      '![picture](https://example.com/p.png)',
      '<b>not bold</b>',
    ].join('\n');
  }
  const details = await detailsOf('Update Ready', world);
  const item = details
    .getByRole('region', { name: 'Releases after the installed one' })
    .getByRole('listitem')
    .filter({ hasText: /^1\.2\.0/ })
    .first();
  await expect.element(item).toHaveTextContent('Added');
  await expect.element(item.getByText('code', { exact: true })).toBeVisible();
  const links = item.getByRole('link').elements();
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    'https://example.com/a',
    'https://example.com/p.png',
  ]);
  expect(links.every((link) => link.getAttribute('rel')?.includes('noopener'))).toBe(true);
  await expect.element(item).toHaveTextContent('[unsafe](javascript:alert(1))');
  await expect.element(item).toHaveTextContent('<b>not bold</b>');
  expect(item.element().querySelectorAll('img, b')).toHaveLength(0);
});

it('explains the verdict with the dates that decided, and copies no key number', async () => {
  const copied: string[] = [];
  const clipboard = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
    copied.push(text);
  });
  const details = await detailsOf('Formie');
  await userEvent.click(details.getByText('Why does it say this?'));
  await expect
    .element(details.getByRole('term').filter({ hasText: 'Last day of maintenance' }))
    .toBeVisible();
  await userEvent.click(details.getByRole('button', { name: 'Copy for a support ticket' }));
  await expect.element(details.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(copied[0]).toContain('Last day of maintenance: 2024-06-15');
  expect(copied[0]).toContain('Newest covered: 2.1.19');
  expect(copied[0]).not.toMatch(/EXT\.|PLSK\./);
  clipboard.mockRestore();
});

it('says that the browser does not let it copy, and leaves the lines to be selected', async () => {
  const clipboard = vi
    .spyOn(navigator.clipboard, 'writeText')
    .mockRejectedValue(new Error('denied'));
  const details = await detailsOf('Formie');
  await userEvent.click(details.getByText('Why does it say this?'));
  await userEvent.click(details.getByRole('button', { name: 'Copy for a support ticket' }));
  await expect.element(details.getByText(/select the lines above instead/)).toBeVisible();
  clipboard.mockRestore();
});

it('says of releases that do not come what went wrong, keeps everything else, and tries again', async () => {
  const world = createWorld('craft-estate');
  await setFault(memoryOf(world), { party: 'host', call: 'releases', kind: 'malformed' });
  const details = await detailsOf('Formie', world);
  await expect
    .element(details.getByRole('alert'))
    .toHaveTextContent('The releases of this extension: the answer makes no sense');
  await expect.element(details.getByRole('button', { name: 'Update to 2.1.19' })).toBeVisible();
  world.faults = [];
  await userEvent.click(details.getByRole('button', { name: 'Try again' }));
  await expect.element(locked(/^13 releases not covered/)).toBeVisible();
});

it('shows more of a long history only when asked', async () => {
  await detailsOf('Freeform');
  const divider = locked(/^26 releases not covered/);
  await expect.element(divider).toBeVisible();
  await expect.element(divider.getByText('Show 14 more')).toBeVisible();
  const seen = () =>
    divider
      .getByRole('listitem')
      .elements()
      .filter((each) => each.checkVisibility()).length;
  expect(seen()).toBe(12);
  await userEvent.click(divider.getByText('Show 14 more'));
  await expect.poll(seen).toBe(26);
});
