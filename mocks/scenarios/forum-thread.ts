import type { Setting } from '../setting.ts';
import { extension, perpetual, release, sale } from './extension.ts';

const releases = [
  release('1.0', '2024-04-02', {
    notes: 'The first release.\n\n- Reports by page\n- Export as CSV',
    sizeBytes: 1_204_224,
  }),
  release('1.1', '2025-04-01', {
    notes:
      '## Changed\n\n- Reports load **twice as fast**\n- `export` accepts a range of days\n\nThe tables are converted once.',
    sizeBytes: 1_310_720,
    migratesData: true,
  }),
];

/** The question that started it all: does a license whose maintenance ended on 31 March cover a release of 1 April? */
export const forumThread = (): Setting => ({
  asOf: '2025-04-10T09:00:00Z',
  host: { name: 'Example Host', version: '4.2.0', constraints: 'npm' },
  extensions: [
    extension('page-reports', 'Page Reports', perpetual('EXT.00100001', '2025-03-31'), releases),
  ],
  offers: sale('page-reports', 120, 60),
});

/** The same, after somebody installed 1.1 anyway. */
export function forumThreadInstalled(): Setting {
  const setting = forumThread();
  const extensions = setting.extensions.map((each) => ({
    ...each,
    installed: '1.1',
    kept: ['1.0'],
  }));
  return { ...setting, extensions };
}
