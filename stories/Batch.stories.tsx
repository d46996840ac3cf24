import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { createWorld } from '../mocks/scenarios.ts';
import type { Backend } from '../src/backend/backend.ts';
import type { Batch, BatchState, BatchStep, StepStanding } from '../src/domain/batch.ts';
import { CAPABILITIES } from '../src/domain/capability.ts';
import { BatchCard } from '../src/features/batches/BatchCard.tsx';
import { UndoDialog } from '../src/features/batches/UndoDialog.tsx';
import { backendOf, Stage } from './stage.tsx';

const NAMES = ['Backup', 'Calendar', 'Forms', 'Gallery', 'Mail', 'Reports', 'Search', 'Shop'];

const WAITING = { state: 'waiting' } as const;
const DONE = { state: 'done', obstacle: null } as const;
const MIGRATED = { state: 'done', obstacle: 'data-migrated' } as const;
const FAILED = {
  state: 'failed',
  reason: 'Its archive is damaged: a file is missing.',
  rolledBack: true,
  obstacle: null,
} as const;

/** A batch of eight; what is left out stands like the last one given. */
function aBatch(state: BatchState, ...standings: readonly StepStanding[]): Batch {
  const last = standings.at(-1) ?? WAITING;
  return {
    id: 'batch-1',
    state,
    startedBy: { id: 'second-admin', name: 'Second admin' },
    startedAt: '2025-04-10T09:00:00Z',
    endedAt: state === 'ended' || state === 'undone' ? '2025-04-10T09:04:00Z' : null,
    steps: NAMES.map((name, at): BatchStep => ({
      extension: name.toLowerCase(),
      name,
      from: '1.0.0',
      to: '1.1.0',
      ...(standings[at] ?? last),
    })),
  };
}

const onCommand = fn();
const onUndo = fn();

interface Args {
  readonly batch: Batch;
  /** `card` unless the question before an undo is asked. */
  readonly shows?: 'card' | 'question';
  readonly may?: readonly (typeof CAPABILITIES)[number][];
  readonly locale?: string;
}

const telling = (batch: Batch): Backend => {
  const backend = backendOf(createWorld('empty'));
  return { ...backend, host: { ...backend.host, batches: async () => [batch] } };
};

/** Many updates as one transaction: how far it is, and what may be done with it now. */
const meta = {
  title: 'Updates/Bulk update',
  render: ({ batch, shows = 'card', may = CAPABILITIES, locale = 'en' }) => (
    <Stage backend={telling(batch)} locale={locale}>
      {shows === 'card' ? (
        <BatchCard
          batch={batch}
          may={new Set(may)}
          onCommand={onCommand}
          onUndo={onUndo}
          onCancelTask={fn()}
          onHide={fn()}
        />
      ) : (
        <UndoDialog id={batch.id} onUndo={onUndo} onClose={fn()} />
      )}
    </Stage>
  ),
  beforeEach: () => {
    onCommand.mockClear();
    onUndo.mockClear();
  },
} satisfies Meta<Args>;
export default meta;
type Story = StoryObj<Args>;

const shows =
  (...texts: readonly (string | RegExp)[]): NonNullable<Story['play']> =>
  async ({ canvas }) => {
    for (const text of texts) await expect(await canvas.findByText(text)).toBeVisible();
  };

/** The server goes on with it; what has not begun can be held up or canceled. */
export const Running: Story = {
  args: { batch: aBatch('running', DONE, DONE, { state: 'running', task: 'task-3' }, WAITING) },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Pause' }));
    await expect(onCommand).toHaveBeenCalledWith('pause');
    await userEvent.click(canvas.getByText('Show all 8 steps'));
    await expect(await canvas.findByRole('list', { name: 'Steps of the update' })).toBeVisible();
  },
};

/** Asked to pause, but one extension is still being worked on. */
export const Pausing: Story = {
  args: { batch: aBatch('paused', DONE, { state: 'running', task: 'task-2' }, WAITING) },
  play: shows('Pausing', 'Calendar is still being worked on; nothing new begins.'),
};

/** Nothing is at work; it may go on, be canceled, or be undone. */
export const Paused: Story = {
  args: { batch: aBatch('paused', DONE, DONE, WAITING) },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }));
    await expect(onCommand).toHaveBeenCalledWith('resume');
    await userEvent.click(canvas.getByRole('button', { name: 'Undo all…' }));
    await expect(onUndo).toHaveBeenCalledOnce();
  },
};

/** Whoever may only look sees how it goes. */
export const ForAViewer: Story = {
  args: { batch: aBatch('running', DONE, { state: 'running', task: 'task-2' }, WAITING), may: [] },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('1 of 8 updated')).toBeVisible();
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};

export const Ended: Story = { args: { batch: aBatch('ended', DONE) }, play: shows('Finished') };

/** One failed and stopped none of the others; its reason stands there unasked. */
export const EndedWithOneFailure: Story = {
  args: { batch: aBatch('ended', DONE, DONE, FAILED, DONE) },
  play: shows(
    '7 of 8 updated',
    '1 failed',
    /^Failed; 1\.0\.0 is installed as before\. Its archive/,
  ),
};

/** What the host would not begin, and what a person canceled. */
export const EndedWithSomeNotBegun: Story = {
  args: {
    batch: aBatch(
      'ended',
      DONE,
      { state: 'refused', reason: 'The license is not known to cover 1.1.0.' },
      { state: 'failed', reason: 'It broke off.', rolledBack: false, obstacle: null },
      { state: 'canceled' },
    ),
  },
  play: shows(
    '1 not begun',
    '5 canceled',
    'Failed, and 1.0.0 could not be put back. It broke off.',
  ),
};

export const Undoing: Story = {
  args: {
    batch: aBatch(
      'undoing',
      { state: 'undo-waiting' },
      FAILED,
      { state: 'kept', obstacle: 'data-migrated' },
      { state: 'undoing', task: 'task-12' },
      { state: 'undone' },
    ),
  },
  play: shows('4 of 6 taken back', 'Undoing'),
};

export const Undone: Story = {
  args: { batch: aBatch('undone', { state: 'undone' }) },
  play: shows('Undone', 'Every extension that could go back has gone back.'),
};

/** One could not be taken back; the others were, and it may be tried again. */
export const UndoneButOne: Story = {
  args: {
    batch: aBatch(
      'undone',
      { state: 'undo-failed', reason: 'The disk is full.', obstacle: null },
      { state: 'kept', obstacle: 'package-gone' },
      { state: 'undone' },
    ),
  },
  play: shows(
    'Could not go back to 1.0.0. The disk is full.',
    'Stays at 1.1.0: the server has no package of 1.0.0 any more',
    'Try the undo again…',
  ),
};

/** Before anything is undone: what goes back and to where, and what cannot, each with its reason. */
export const BeforeTheUndo: Story = {
  args: { batch: aBatch('ended', DONE, MIGRATED, FAILED, DONE), shows: 'question' },
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByRole('list', { name: '6 extensions go back' })).toBeVisible();
    await expect(canvas.getByRole('list', { name: '1 extension stays as it is' })).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Take 6 extensions back' }));
    await expect(onUndo).toHaveBeenCalledOnce();
  },
};

/** Every reason there is for staying. */
export const WhatCannotGoBack: Story = {
  args: {
    batch: aBatch(
      'paused',
      { state: 'done', obstacle: 'package-gone' },
      MIGRATED,
      { state: 'done', obstacle: 'not-covered' },
      { state: 'done', obstacle: 'does-not-fit-host' },
      { state: 'done', obstacle: 'changed-since' },
      DONE,
      WAITING,
    ),
    shows: 'question',
  },
  play: shows('2 extensions that have not begun are canceled.', 'it was changed after this update'),
};

/** A third longer than English, as German and Finnish are. */
export const LongerLanguage: Story = {
  args: { batch: aBatch('ended', DONE, FAILED, DONE), locale: 'en-XA' },
};
