import type { Advisory } from '../../src/domain/advisory.ts';

const page = (id: string): string => `https://advisories.example.com/${id.toLowerCase()}`;

const advisory = (
  id: string,
  severity: Advisory['severity'],
  title: string,
  affects: string,
): Advisory => ({ id, severity, title, affects, url: page(id) });

/**
 * Published flaws by extension, one for each thing that may come of one. Blitz 4.23.0 and 5.7.1 are real critical
 * releases of one day; all flaws are invented, and so are their names.
 */
export const CRAFT_ADVISORIES: Readonly<Record<string, Advisory[]>> = {
  // The covered 4.18.3 still has it; 4.23.0 is outside the license.
  blitz: [
    advisory(
      'EXAMPLE-2024-0012',
      'critical',
      'A crafted request may store a page of one visitor for all of them',
      '<4.23.0|>=5.0.0,<5.7.1',
    ),
  ],
  // The covered 5.3.2 is without it.
  freeform: [
    advisory(
      'EXAMPLE-2024-0007',
      'high',
      'Uploaded files keep the name the visitor gave them',
      '>=5.0.0,<5.2.0',
    ),
  ],
  // Not in what is installed: the covered update would bring it.
  seomatic: [
    advisory(
      'EXAMPLE-2024-0009',
      'moderate',
      'A preview shows the title of an entry that is not published',
      '>=4.0.46,<4.1.0',
    ),
  ],
  // The way back of an installed release that is not covered.
  vizy: [
    advisory(
      'EXAMPLE-2024-0011',
      'moderate',
      'The editor keeps scripts that were pasted in',
      '<2.1.22',
    ),
  ],
  // The fix needs Craft 5.
  redactor: [
    advisory('EXAMPLE-2024-0003', 'moderate', 'A link may carry a script of its author', '<4.0.0'),
  ],
  workflow: [
    advisory('EXAMPLE-2024-0005', 'low', 'A reviewer learns the address of an editor', '<=2.0.9'),
  ],
  // Its publisher wrote no versions.
  webhooks: [
    {
      id: 'EXAMPLE-2023-0044',
      severity: null,
      title: 'Requests may reach addresses inside the network',
      affects: 'all releases before the summer',
      url: null,
    },
  ],
};
