import { expect, it } from 'vitest';
import { version } from '../../package.json';
import { PANEL_VERSION } from '../../src/domain/panel-version.ts';

it('is the version that is published', () => {
  expect(PANEL_VERSION).toBe(version);
});
