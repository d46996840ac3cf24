/** Every call of every party, by the name under which a fault may strike it. */
export const CALLS = {
  host: [
    'session',
    'extensions',
    'releases',
    'install',
    'uninstall',
    'hold',
    'release-hold',
    'skip',
    'end-skip',
    'auto-update',
    'auto-update-all',
    'tasks',
    'task',
    'cancel-task',
    'start-batch',
    'batches',
    'batch',
    'pause-batch',
    'resume-batch',
    'cancel-batch',
    'undo-batch',
    'licenses',
    'preview-activation',
    'activate',
    'quote',
    'offers',
    'targets',
    'save-order',
    'hand-off',
    'orders',
    'order',
    'cancel-order',
    'fulfill',
    'activity',
  ],
  store: ['checkout', 'decide', 'support', 'stylesheet'],
  ka: ['keys', 'activate', 'purchase', 'purchase-state'],
  vendor: ['aps', 'order', 'deliver'],
} as const;

/** An outside party that answers requests. */
export type Party = keyof typeof CALLS;
export const PARTIES = Object.keys(CALLS) as readonly Party[];

export type CallName = (typeof CALLS)[Party][number];
