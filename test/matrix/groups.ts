import type { Called } from './table.ts';

/** The rows of the matrix by what they are about; each group is played by the test of its name. */
export const GROUPS = {
  reads: ['session', 'extensions', 'releases', 'tasks', 'batches', 'activity'],
  installs: ['install', 'uninstall', 'cancel-task'],
  batches: ['start-batch', 'pause-batch', 'resume-batch', 'cancel-batch', 'undo-batch'],
  choices: ['hold', 'release-hold', 'skip', 'end-skip', 'auto-update', 'auto-update-all'],
  licenses: [
    'licenses',
    'quote',
    'preview-activation',
    'activate',
    'roll-back-key',
    'returned-licenses',
    'apply-returned',
    'discard-returned',
  ],
  purchases: ['offers', 'targets', 'mint-token', 'save-order', 'hand-off'],
  deliveries: ['orders', 'order', 'order-events', 'fulfill', 'cancel-order'],
} as const satisfies Record<string, readonly Called[]>;
