import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { decidedIn, outcomeOf, TABLE_ESTATE } from '../mocks/decision-table/outcome.ts';
import { type Situation, situations } from '../mocks/decision-table/situation.ts';
import { outcomeName } from '../mocks/decision-table/table.ts';
import { createWorld } from '../mocks/scenarios.ts';
import { ExtensionList } from '../src/features/extensions/ExtensionList.tsx';
import { backendOf, Stage } from './stage.tsx';

interface Args {
  /** Verdict and button, as the decision table names them. */
  readonly outcome: string;
}

/** The first situation of the decision table that comes to an outcome. */
function exampleOf(outcome: string): Situation {
  for (const situation of situations()) {
    if (outcomeName(outcomeOf(situation)) === outcome) return situation;
  }
  throw new Error(`the decision table knows no outcome "${outcome}"`);
}

/**
 * Every distinct outcome of `docs/decision-table.md`, each in the first situation that comes to it. Under the row
 * stands that situation, in the words of the table.
 */
const meta = {
  title: 'Extensions/Decision table',
  args: { outcome: '' },
  argTypes: { outcome: { control: false } },
  render: ({ outcome }) => {
    const situation = exampleOf(outcome);
    return (
      <Stage backend={backendOf(createWorld('empty'))}>
        <ExtensionList
          rows={[decidedIn(situation)]}
          estate={TABLE_ESTATE}
          errors={new Map()}
          busy={new Set()}
          onOpen={fn()}
          onAction={fn()}
          onError={fn()}
        />
        <dl className="upkeep-facts">
          {Object.entries(situation).map(([column, word]) => (
            <div key={column}>
              <dt>{column}</dt>
              <dd>{word}</dd>
            </div>
          ))}
        </dl>
      </Stage>
    );
  },
  play: async ({ args, canvas }) => {
    const row = await canvas.findByRole('listitem', { name: 'Importer' });
    const buttons = [...row.querySelectorAll('.upkeep-row-action button')];
    await expect(buttons.length).toBe(args.outcome.endsWith(': none') ? 0 : 1);
  },
} satisfies Meta<Args>;
export default meta;
type Story = StoryObj<Args>;

export const CoveredUpdateUpdateToTheOneBefore: Story = {
  args: { outcome: 'covered-update: update to the one before' },
};
export const FailedBuy: Story = { args: { outcome: 'failed: buy' } };
export const FailedCheckAgain: Story = { args: { outcome: 'failed: check again' } };
export const FailedContactTheVendor: Story = { args: { outcome: 'failed: contact the vendor' } };
export const FailedAsksNothing: Story = { args: { outcome: 'failed: none' } };
export const FailedReleaseTheHold: Story = { args: { outcome: 'failed: release the hold' } };
export const FailedRenew: Story = { args: { outcome: 'failed: renew' } };
export const FailedRollBack: Story = { args: { outcome: 'failed: roll back' } };
export const FailedUpdateToTheNewest: Story = { args: { outcome: 'failed: update to the newest' } };
export const FailedUpdateToTheOneBefore: Story = {
  args: { outcome: 'failed: update to the one before' },
};
export const FailedUpgrade: Story = { args: { outcome: 'failed: upgrade' } };
export const FreeUpdateToTheNewest: Story = { args: { outcome: 'free: update to the newest' } };
export const FreeUpdateToTheOneBefore: Story = {
  args: { outcome: 'free: update to the one before' },
};
export const HeldOfferItAgain: Story = { args: { outcome: 'held: offer it again' } };
export const HeldReleaseTheHold: Story = { args: { outcome: 'held: release the hold' } };
export const LicenseErrorUpgrade: Story = { args: { outcome: 'license-error: upgrade' } };
export const MismatchRenew: Story = { args: { outcome: 'mismatch: renew' } };
export const MismatchRollBack: Story = { args: { outcome: 'mismatch: roll back' } };
export const MismatchUpdateToTheNewest: Story = {
  args: { outcome: 'mismatch: update to the newest' },
};
export const MismatchUpdateToTheOneBefore: Story = {
  args: { outcome: 'mismatch: update to the one before' },
};
export const NeedsNewerHostAsksNothing: Story = { args: { outcome: 'needs-newer-host: none' } };
export const NeedsRenewalRenew: Story = { args: { outcome: 'needs-renewal: renew' } };
export const PaymentDueRenew: Story = { args: { outcome: 'payment-due: renew' } };
export const RevokedBuy: Story = { args: { outcome: 'revoked: buy' } };
export const RevokedContactTheVendor: Story = { args: { outcome: 'revoked: contact the vendor' } };
export const SubscriptionEndedRenew: Story = { args: { outcome: 'subscription-ended: renew' } };
export const TrialBuy: Story = { args: { outcome: 'trial: buy' } };
export const TrialUpdateToTheNewest: Story = { args: { outcome: 'trial: update to the newest' } };
export const TrialUpdateToTheOneBefore: Story = {
  args: { outcome: 'trial: update to the one before' },
};
export const TrialExpiredBuy: Story = { args: { outcome: 'trial-expired: buy' } };
export const UnknownCheckAgain: Story = { args: { outcome: 'unknown: check again' } };
export const UnlicensedBuy: Story = { args: { outcome: 'unlicensed: buy' } };
export const UpToDateAsksNothing: Story = { args: { outcome: 'up-to-date: none' } };
export const UpdateReadyUpdateToTheNewest: Story = {
  args: { outcome: 'update-ready: update to the newest' },
};
export const UpdateReadyUpdateToTheOneBefore: Story = {
  args: { outcome: 'update-ready: update to the one before' },
};
