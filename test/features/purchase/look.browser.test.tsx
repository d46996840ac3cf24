import { cleanup, render } from '@testing-library/react';
import { composeStories, setProjectAnnotations } from '@storybook/react-vite';
import { afterEach, it } from 'vitest';
import { page } from 'vitest/browser';
import * as dialog from '../../../stories/purchase-dialog.stories.tsx';
import * as renewal from '../../../stories/renewal.stories.tsx';
import * as activation from '../../../stories/activation.stories.tsx';

setProjectAnnotations([]);
afterEach(cleanup);
const all = {
  ...composeStories(dialog),
  ...Object.fromEntries(
    Object.entries(composeStories(renewal)).map(([k, v]) => ['Renewal' + k, v]),
  ),
  ...Object.fromEntries(
    Object.entries(composeStories(activation)).map(([k, v]) => ['Activation' + k, v]),
  ),
} as Record<string, { run(): Promise<void> }>;
const wanted =
  'CheckAndGo,Saved,RenewalUnlocksReleases,RenewalSeveralLicenses,RenewalUnlocksNothing,NothingPickedYet,PickOneOfManyDomains,ActivationNotKnownWhetherApplied,NotKnownWhetherSaved'
    .split(',')
    .filter(Boolean);
it.each(
  wanted.flatMap(
    (name: string) =>
      [
        [name, 'light', 900],
        [name, 'dark', 360],
      ] as const,
  ),
)('%s %s %i', async (name, scheme, width) => {
  await page.viewport(width, width > 500 ? 760 : 720);
  document.body.style.margin = '0';
  await all[name]!.run();
  document.querySelector<HTMLElement>('.upkeep')!.dataset['scheme'] = scheme;
  await new Promise((r) => setTimeout(r, 500));
  await page.screenshot({
    path: `/work/main/node_modules/.cache/look/${name}-${scheme}-${width}.png`,
  });
  document.body.replaceChildren();
});
