import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { TABLE_ESTATE } from '../mocks/decision-table/outcome.ts';
import { COLUMNS, extensionIn, type Situation } from '../mocks/decision-table/situation.ts';
import { createWorld } from '../mocks/scenarios.ts';
import type { CoveragePolicy } from '../src/domain/coverage.ts';
import { day } from '../src/domain/day.ts';
import { decide } from '../src/domain/decide.ts';
import { decidingDate } from '../src/domain/release.ts';
import { ExplainVerdict } from '../src/features/extensions/ExplainVerdict.tsx';
import { ExtensionList } from '../src/features/extensions/ExtensionList.tsx';
import { backendOf, Stage } from './stage.tsx';

interface Args {
  readonly policy: string;
  readonly license: Situation['license'];
  /** The host's date; maintenance that ended did so on 31 March 2024. */
  readonly today: string | number;
}

/** A host's own rule: whatever its version says, a release built on a weekend is a gift. */
const weekends: CoveragePolicy = {
  name: 'weekends',
  under: () => (release) => {
    const date = decidingDate(release);
    const weekday = date.kind === 'unknown' ? NaN : new Date(`${date.on}T00:00:00Z`).getUTCDay();
    const free = weekday === 0 || weekday === 6;
    return {
      kind: date.kind === 'unknown' ? 'unknown' : free ? 'covered' : 'uncovered',
      rule: 'own',
      date,
      ...(date.kind === 'unknown'
        ? {}
        : { words: free ? 'Built on a weekend, so it is free' : 'Built on a working day' }),
    };
  },
};

/**
 * What each coverage policy makes of the same releases, with the sentence that says which rule and which dates decided.
 * Every row is one case of releases, named after it.
 */
const meta = {
  title: 'Extensions/Coverage policies',
  args: { policy: 'build-date', license: 'maintenance ended', today: '2024-05-01' },
  argTypes: {
    policy: { control: 'select', options: COLUMNS.policy },
    license: { control: 'select', options: COLUMNS.license },
    today: { control: 'date' },
  },
  render: ({ policy, license, today }) => {
    const text = typeof today === 'number' ? new Date(today).toISOString().slice(0, 10) : today;
    const estate = {
      ...TABLE_ESTATE,
      today: day(text.slice(0, 10)),
      policies: [weekends],
    };
    const rows = COLUMNS.dates.map((dates) => {
      const situation = {
        status: 'runs',
        policy: 'build-date',
        fit: 'fits',
        hold: 'none',
        license,
        dates,
      } as const;
      const extension = { ...extensionIn(situation), key: dates, name: dates, policy };
      return { extension, decision: decide(extension, estate) };
    });
    return (
      <Stage backend={backendOf(createWorld('empty'))}>
        <ExtensionList
          rows={rows}
          estate={estate}
          errors={new Map()}
          busy={new Set()}
          onOpen={fn()}
          onAction={fn()}
          onError={fn()}
        />
        {rows.slice(4, 5).map((row) => (
          <ExplainVerdict key={row.extension.key} {...row} estate={estate} />
        ))}
      </Stage>
    );
  },
} satisfies Meta<Args>;
export default meta;
type Story = StoryObj<Args>;

const row = (name: string) => ['listitem', { name }] as const;

export const BuildDate: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole(...row('1.1.0 late'))).toHaveTextContent(
      '1.1.0 is not covered: built Apr 10, 2024, maintenance ended Mar 31, 2024',
    );
    await expect(canvas.getByRole(...row('1.1.0 built late, published in time'))).toHaveTextContent(
      'the build date (Apr 10, 2024) decides, not the publish date',
    );
    await expect(canvas.getByRole(...row('1.1.0 late, granted'))).toHaveTextContent(
      'Included: its vendor gives it to licenses maintained through Mar 31, 2024 or longer',
    );
    await expect(canvas.getByRole(...row('1.1.0 late, security, always given'))).toHaveTextContent(
      'Included, security patch: its vendor gives those to every license',
    );
  },
};

export const PublishedOrGranted: Story = {
  args: { policy: 'published-or-granted' },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole(...row('1.1.0 built late, published in time')),
    ).toHaveTextContent('the publish date (Mar 20, 2024) decides, not the build date');
  },
};

export const PatchesFree: Story = {
  args: { policy: 'patches-free' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole(...row('patch 1.0.5 late'))).toHaveTextContent(
      '1.0.5 is ready',
    );
  },
};

export const FallbackLine: Story = { args: { policy: 'fallback-line' } };
export const FallbackLineWhileMaintained: Story = {
  args: { policy: 'fallback-line', license: 'maintained' },
};
export const NoneAfterEnd: Story = { args: { policy: 'none-after-end' } };
export const LiveSubscription: Story = { args: { policy: 'live-subscription' } };
export const LiveSubscriptionOnItsLastDay: Story = {
  args: { policy: 'live-subscription', today: '2024-03-31' },
};

export const APolicyNobodyKnows: Story = {
  args: { policy: 'house-rule' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole(...row('1.1.0 in time'))).toHaveTextContent(
      'Not known whether 1.1.0 is covered',
    );
  },
};

export const TheHostsOwnPolicy: Story = {
  args: { policy: 'weekends' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole(...row('1.1.0 late'))).toHaveTextContent(
      'Built on a working day',
    );
  },
};
