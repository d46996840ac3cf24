import type { Setting } from '../setting.ts';
import { extension, perpetual, release } from './extension.ts';

/** Today is 10 April 2025. */
const OLD = release('1.0.0', '2024-11-04', { notes: 'First stable release.' });
const NEW = release('1.1.0', '2025-01-20', { notes: '- Faster start' });
const MIGRATES = release('2.0.0', '2025-03-11', {
  notes: '- Stores its reports in a new form',
  migratesData: true,
});
const MAINTAINED = '2025-12-31';

/** Eight updates at once: one package is damaged, one update moves its data for good, and one row needs a renewal. */
export const bulkUpdate = (): Setting => ({
  asOf: '2025-04-10T09:00:00Z',
  host: { name: 'Example Host', version: '4.2.0', constraints: 'npm' },
  extensions: [
    extension('backup', 'Backup', perpetual('EXT.00100001', MAINTAINED), [OLD, NEW]),
    extension('calendar', 'Calendar', { kind: 'not-needed' }, [OLD, NEW]),
    extension('forms', 'Forms', perpetual('EXT.00100003', '2025-01-31'), [OLD, NEW]),
    extension('gallery', 'Gallery', perpetual('EXT.00100004', MAINTAINED), [OLD, NEW]),
    extension('mail', 'Mail', { kind: 'not-needed' }, [OLD, NEW]),
    extension('reports', 'Reports', perpetual('EXT.00100006', MAINTAINED), [OLD, NEW, MIGRATES]),
    extension('search', 'Search', { kind: 'not-needed' }, [OLD, NEW]),
    extension('shop', 'Shop', perpetual('EXT.00100008', MAINTAINED), [OLD, NEW]),
    extension('wiki', 'Wiki', perpetual('EXT.00100009', '2024-12-31'), [OLD, NEW]),
  ],
  broken: {
    gallery: { reason: 'Its archive is damaged: a file is missing.', rolledBack: true },
  },
});
